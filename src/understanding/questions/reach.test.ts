/**
 * How somebody can be reached, as people say it in both languages.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  declinesCall,
  readCallTime,
  readConsent,
  readLeaveMessage,
  readReach,
  readUrgent,
  refusesConsent,
  refusesMessage,
  saysNotMine,
  saysThisNumber,
} from "./reach.ts";

/** One a line: what is typed, "=", what it is read as ("-" for nothing). */
const table = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [typed = "", read = ""] = line.split(" = ");
      return [typed, read.trim() === "-" ? undefined : read.trim()] as const;
    });

describe("readReach", () => {
  it.each(
    table(`
call me = callMe
please have someone call me = callMe
you can call me back tomorrow = callMe
I'd like a call = callMe
yes = callMe
yes please = callMe
que me llamen = callMe
llámenme = callMe
quiero que me llame una persona = callMe
sí, por favor = callMe
ustedes = callMe
I will call = iWillCall
i'll call = iWillCall
I'd rather call = iWillCall
ill just call you = iWillCall
no thanks = iWillCall
nothing more = iWillCall
nothing = iWillCall
nada más = iWillCall
never mind = iWillCall
don't call me = iWillCall
please don't call = iWillCall
no me llamen = iWillCall
yo llamo = iWillCall
mejor yo les llamo = iWillCall
voy a llamar = iWillCall
no gracias = iWillCall
not now = iWillCall
solo el número = iWillCall
it's not my case = notMine
that is not me = notMine
not mine, call me = notMine
no soy yo = notMine
ese caso no es mío = notMine
es de otra persona = notMine
Maria Lopez = -
BA123456 = -
PERSON = -
1992 = -
`),
  )("%s = %s", (typed, read) => {
    expect(readReach(typed)).toBe(read);
  });
});

describe("saysNotMine", () => {
  it.each([
    "That's not my case",
    "this isn't me",
    "wrong person",
    "no es mi caso",
    "No soy yo.",
    "ese no es mío",
    "not mine",
  ])("%s", (typed) => {
    expect(saysNotMine(typed)).toBe(true);
  });
  it.each([
    "how do I get proof",
    "no",
    "is it my case?",
    "my job",
    "no es urgente",
    "another case",
    "otro caso",
    "not my phone",
    "work",
    "finish",
  ])("not: %s", (typed) => {
    expect(saysNotMine(typed)).toBe(false);
  });
});

describe("this number", () => {
  it.each(["this number", "same", "this one", "este número", "a este cel", "al mismo número"])(
    "%s",
    (typed) => {
      expect(saysThisNumber(typed)).toBe(true);
    },
  );
  it("is what a yes says only where the number was asked", () => {
    expect(saysThisNumber("yes")).toBe(false);
    expect(saysThisNumber("yes", true)).toBe(true);
    expect(saysThisNumber("sí", true)).toBe(true);
  });
  it.each(["no", "my wife's", "el de mi hija", "213"])("not: %s", (typed) => {
    expect(saysThisNumber(typed)).toBe(false);
  });
  it.each(["no", "never mind", "don't call", "no me llamen", "nothing", "mejor no"])(
    "declines: %s",
    (typed) => {
      expect(declinesCall(typed)).toBe(true);
    },
  );
});

describe("readCallTime", () => {
  it.each(
    table(`
in the morning = morning
mornings = morning
en la mañana = morning
por las mañanas = morning
temprano = morning
10 am = morning
before noon = morning
a las 9 = morning
9-11 = morning
8:30 = morning
afternoon = afternoon
en la tarde = afternoon
mañana por la tarde = afternoon
lunch = afternoon
al mediodía = afternoon
a las 3 = afternoon
between 2 and 4 = afternoon
3pm = afternoon
after 1 = afternoon
after 5 = evening
after work = evening
después de las 6 = evening
saliendo del trabajo = evening
en la noche = evening
7 p.m. = evening
18:00 = evening
any time = any
anytime = any
whenever you can = any
a cualquier hora = any
cuando puedan = any
da igual = any
9 to 5 = any
morning or evening = any
Tuesdays = any
el lunes = any
mañana = any
Maria Lopez = -
yes = -
blue = -
213 555 0142 = -
`),
  )("%s = %s", (typed, read) => {
    expect(readCallTime(typed)).toBe(read);
  });
});

describe("readLeaveMessage", () => {
  it.each(
    table(`
yes = yes
sí = yes
yes but only your name = yes
voicemail is fine = yes
pueden dejar un mensaje = yes
no = no
no message = no
don't leave a message = no
no dejen mensaje = no
sin mensaje = no
mejor no = no
blue = -
`),
  )("%s = %s", (typed, read) => {
    expect(readLeaveMessage(typed)).toBe(read);
  });
});

describe("readUrgent", () => {
  it.each(
    table(`
yes = yes
court on Friday = yes
I have a job interview tomorrow = yes
sí, tengo corte el jueves = yes
urge = yes
no puede esperar = yes
no = no
no rush = no
not this week = no
no, next month = no
puede esperar = no
no es urgente = no
la otra semana = no
blue = -
`),
  )("%s = %s", (typed, read) => {
    expect(readUrgent(typed)).toBe(read);
  });
});

describe("readConsent", () => {
  it.each(
    table(`
yes = yes
sí, está bien = yes
ok = yes
go ahead = yes
de acuerdo = yes
pueden dárselas = yes
no = no
don't share it = no
keep it here = no
no quiero = no
mejor no = no
no las den = no
yes but don't give my name = no
who sees that? = -
blue = -
`),
  )("%s = %s", (typed, read) => {
    expect(readConsent(typed)).toBe(read);
  });
});

describe("words that ask us to stop writing anywhere else", () => {
  it.each([
    "No dejar mensaje",
    "no dejen mensaje",
    "No dejen ningún mensaje",
    "no quiero que dejen mensaje",
    "don't leave messages",
    "no message please",
    "sin mensaje",
    "no dejen recado",
  ])("refuse a message after a call: %s", (typed) => {
    expect(refusesMessage(typed)).toBe(true);
  });
  it.each([
    "STOP",
    "no más mensajes",
    "no messages",
    "no mensajes",
    "ya no me manden mensajes",
    "dejen de mandar mensajes",
    "deje de enviarme mensajes",
    "leave me alone, no messages",
    "stop leaving me messages",
    "alto",
    "no me escriban, no dejen mensajes",
  ])("stay that: %s", (typed) => {
    expect(refusesMessage(typed)).toBe(false);
  });
  it.each(["no manden mis respuestas", "do not send my answers", "don't share my name"])(
    "refuse to hand over: %s",
    (typed) => {
      expect(refusesConsent(typed)).toBe(true);
    },
  );
  it.each(["STOP", "no me manden mensajes", "don't text me my answers", "stop texting me"])(
    "hand over nothing and stay that: %s",
    (typed) => {
      expect(refusesConsent(typed)).toBe(false);
    },
  );
});

it("holds for any text: every reader ends and never throws", () => {
  const readers = [readReach, readCallTime, readLeaveMessage, readUrgent, readConsent];
  fc.assert(
    fc.property(fc.string({ maxLength: 1_600, unit: "grapheme" }), (typed) => {
      for (const reader of readers) reader(typed);
      saysNotMine(typed);
      saysThisNumber(typed);
      declinesCall(typed);
    }),
  );
});
