import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGotCopy } from "./gotCopy.ts";

const said: Record<string, string> = {
  got: `
yes
yes I got it
Yeah, they gave me the copy
I have it
already got it, thank you
picked it up last friday
I got the copy no problem
no trouble, I have it
received it in the mail
all good thanks
it came in the mail
finally got them!!
done
sí
si ya la tengo
ya
ya me la dieron
ya la recogí, gracias
Sí me la dieron
ya lo tengo
tengo la copia
me llegó por correo
la recibí
ya fui y me la dieron
listo
sin problema, ya la tengo
simón
me ayudaron con la copia
todo bien
👍`,
  notYet: `
no
not yet
nope
I haven't gone
haven't had time
still waiting
they said next week
not yet but I will go monday
I didn't get it
I dont have it
i forgot
going to go tomorrow
I couldn't go
havent received it
it hasn't come
todavía no
aún no
no he ido
no he podido ir
no pude ir, trabajo mucho
sigo esperando
ahorita no
la otra semana voy
se me olvidó
falta
no la tengo
no me la han dado
mañana voy
no ha llegado
ya mero
how do i get it
¿dónde la pido?
en eso ando`,
  trouble: `
I had trouble
there was a problem
they couldn't find it
they said there is no record
the clerk could not find my file
they turned me away
they refused
too expensive
I can't afford it
I need help
they wouldn't give it to me
yes but they charged me a fee
No, they couldn't find anything
I don't understand what to ask for
tuve un problema
hubo problemas
no la encuentran
no me la quisieron dar
no me la dieron
dicen que no hay nada
me dijeron que no existe el caso pero no hay record
no pude
cobran mucho
muy cara
necesito ayuda
me mandaron a otra corte
no entiendo qué pedir
ayúdeme`,
  anew: `
hi
hola
Hola buenas tardes
good morning
I have another case
can you check again
otro caso
quiero buscar otra vez`,
  none: `
BA123456
purple
por el parque
maria lopez
i have a question
when do I get it`,
};

describe.each(Object.keys(said))("%s", (expected) => {
  it.each((said[expected] ?? "").trim().split("\n"))("%s", (text) => {
    expect(readGotCopy(text) ?? "none").toBe(expected);
  });
});

it("gives one of its readings for any text, and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      expect(["got", "notYet", "trouble", "anew", undefined]).toContain(readGotCopy(text));
    }),
  );
});
