/**
 * Which language a message is written in, by its small words. Names, numbers and words of both languages
 * say nothing, so that an answer like "Maria Lopez" or "1" never changes a conversation's language.
 */
import { plain, wordSet } from "./text.ts";
import type { Locale } from "./types.ts";

const spanishWords = wordSet(`
hola buenas buenos dias tardes noches gracias por favor porfavor que quien cual como cuando donde porque para pero
el la los las un una unos unas del al de en con sin sobre desde hasta y o mi mis su sus yo usted ustedes ella nosotros
me te se lo le nos les es son soy fue era estoy esta estan estaba tengo tiene tenia quiero quisiera necesito puedo puede
si claro simon orale vale bueno ayuda caso corte nombre fecha nacimiento naci ano numero papeles abogado persona
mensajes mensaje hace como ahi aqui ya muy mas menos nada nadie nunca siempre tambien todo todos otra otro otras otros
saber revisar checar buscar ver hablar llamar ayudar mama papa hermano hermana hijo hija esposo esposa senor senora
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre nel
mota yerba marihuana culpable multa cargos condado estado llamo tomo pague vendi traia sembre espanol
atras volver regresar repetir saltar paso borrar alto basta parar ingles quien informacion acepto pasos cambiar busque
tuve traigo cerro quitaron soltaron clases sigo todavia preso carcel migracion trabajo prueba copia ciudadania solicitud
pues cumplo cumpleanos nacida nacido fn fdn lunes martes miercoles jueves viernes sabado perdi ninguno ninguna solo sola entendi mande seguir empezar salir cancelar
`);
const englishWords = wordSet(`
hi hello hey thanks thank you please what who which how when where why because the a an of in on at with without from
to and or but my your his her their our i im ive id he she we they it its is are was were am be been being have has had
do does did dont doesnt didnt can could would should will wont want need know think got get give take make
yes yeah yep sure help case court name date birth born year number papers lawyer person text texts message messages
ago about around like there here already very more less nothing nobody never always also everything everyone other
another check find look talk call someone mom dad brother sister son daughter husband wife friend
january february march april june july august september october november december
weed pot guilty fine charges county state called sold had growing selling dropped dismissed classes still jail
back again skip restart stop start delete english agree steps search change none lost
this that these those some any for if not
`);
/** Words of both languages, or too often part of names and places. */
const both = wordSet(
  "no a me de la los las el y o an as son once mas pot si can name is he come sin dime ten",
);
/** Names of languages ask for them, whatever language they are written in. */
const languageNames: Readonly<Record<string, Locale>> = {
  spanish: "es",
  espanol: "es",
  english: "en",
  ingles: "en",
};

/** The language a message is in, or null when it does not tell. Never throws; digits and names give null. */
export function detectLocale(text: string): Locale | null {
  const words = plain(text).split(" ");
  const wish = languageNames[words.at(-1) ?? ""];
  if (wish !== undefined && words.length <= 6) return wish;
  let spanish = /[¿¡]/i.test(text) ? 1 : 0;
  let english = 0;
  for (const word of words) {
    // A word that both share counts half, so that it tips nothing alone.
    const weight = both.has(word) ? 0.4 : 1;
    if (spanishWords.has(word)) spanish += weight;
    if (englishWords.has(word)) english += weight;
  }
  if (words.length === 1 && (words[0] === "si" || words[0] === "sii")) return "es";
  if (Math.max(spanish, english) < 1 || spanish === english) return null;
  if (spanish > english) return "es";
  return "en";
}
