import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWish } from "./later.ts";

const said = {
  remind:
    "REMIND|Remind me|remind me later please|can you send me a reminder|RECORDAR|Recuérdeme|recuérdeme más tarde|mándeme un recordatorio|avíseme luego",
  remindTomorrow: "remind me tomorrow|REMIND TOMORROW|recuérdeme mañana|Recordar mañana por favor",
  later:
    "later|Later.|maybe later|I'll do it later|can I do this later?|tomorrow|I'm at work|busy right now|I can't right now|hold on|one sec|luego|Luego le sigo|después|al rato|más tarde|mañana|mejor luego|ahorita no puedo|no puedo ahorita|es que ando trabajando|estoy manejando|ahora no puedo contestar|espéreme tantito|un momento por favor|cuando salga del trabajo",
  search:
    "I have to look for the paper|let me find it|I need to look for it|let me check|I'd have to look for it|hold on let me get the papers|tengo que buscar el papel|voy a buscarlo|déjeme buscar los papeles|deje busco|déjeme ver",
} as const;

const others =
  "Rosa Lopez|Marcela Luego Diaz|later than 1990|después de 1985|en 1992|July 25, 1968|BA123456|no|NO|1|ahorita no|not now|no puedo|no me acuerdo|I don't remember|I need to find out if I am on the list|quiero buscar mi caso|can you look for my case|I was working|trabajaba en 1992|mañana cumplo años|no la tengo|ahorita no lo traigo|see you|hasta luego amigos de todos|stop|";

describe("putting the talk off", () => {
  for (const [wish, lines] of Object.entries(said))
    it.each(lines.split("|"))(`is heard as ${wish}: %s`, (text) => {
      expect(readWish(text)).toBe(wish);
    });

  it.each(others.split("|"))("is not what an answer or a story says: %s", (text) => {
    expect(readWish(text)).toBeUndefined();
  });

  it("is decided at once, whatever is typed", () => {
    const word = fc.constantFrom(
      ..."i will let me look for it the papers later luego un momento no puedo ahorita y".split(" "),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        expect(["remind", "remindTomorrow", "later", "search", undefined]).toContain(
          readWish(words.join(" ")),
        );
      }),
    );
  });
});
