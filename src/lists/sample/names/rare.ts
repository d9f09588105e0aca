/**
 * The long tail: most surnames are rare, and a list without them would make every name look common.
 * Built from the parts such names are made of; some exist, some could.
 */
import type { Random } from "../random.ts";

const latinoStems =
  "Alc Aldr Amad Arag Arch Arev Arist Arm Azc Balb Barr Bust Caball Cald Camp Cant Capistr Carb Card Casan Casas Cebr Cerr Cienf Colm Cord Corr Esc Escal Esp Est Etch Fierr Font Gal Galind Gonz Gram Grij Guaj Gur Ib Inz Iz Jaur Lav Led Limont Loz Mald Manz Matam Mend Mir Monr Mont Morf Narv Neg Noch Nor Obr Oliv Oll Ont Orn Pal Pant Par Ped Per Piñ Plasc Por Quev Quij Rend Ret Rob Roch Rom Sal Sald Samb Sant Sar Segur Serr Sil Sol Terr Tor Ugal Urr Vald Vall Velard Ver Vid Villal Viram Zald Zamb Zár".split(
    " ",
  );
const latinoEnds =
  "ares anza ano edo eda ejo ales illa illas illo ero eros era ente ez iz ola oya osa oso uela uelo ondo anda ardo avides aga ena ete eño on or ura uz ivar obos".split(
    " ",
  );
const englishStems =
  "Ash Barn Beck Black Brad Bram Bran Brook Buck Burn Carl Chat Clay Clif Cran Crow Dal Dray Dun East Ed Elm Fair Farn Fen Gar Glad Good Green Had Ham Har Hart Hath Haw Hazel Hil Hol Horn Hun Kel Ken Kings Lang Lath Leigh Lind Lock Long Mans Mar Mel Mil Mor New Nor Oak Old Pem Pren Rad Ray Red Rock Row Rush Sand Shel Sher Stan Stock Strat Sud Tal Thorn Til Tren Wake Wal War Wat Wel West Whit Win Wood Wy York".split(
    " ",
  );
const englishEnds =
  "ford ton ley worth man field wood well by ham land more ridge stead burn son ster croft shaw view den dale wick gate smith bridge wright kins bury low away stock lock berry".split(
    " ",
  );
const otherStems =
  "Abra Ada Bala Chau Dara Eka Faro Gura Hama Ishi Jala Kawa Kapo Laka Mata Naka Oku Pala Rama Saka Tama Uma Wata Yama Zaha".split(
    " ",
  );
const otherEnds =
  "moto mura naka ri shi yan ian pour zadeh van sami nath dra gawa da to lani pana vong sith".split(" ");

const newStems = "De La Ja Ke Sha Ta Tre Mar Dar Jer Kel Lat Qua Ray Ty Za Da Na".split(" ");
const newEnds =
  "shawn quan vion marcus mario ron rell vaughn von juan trell von mar dre vonte rick rius ontae ique isha onda eisha ette".split(
    " ",
  );

export type Origin = "latino" | "black" | "white" | "other";

/** A rare surname of the given origin. */
export function rareSurname(random: Random, origin: Origin): string {
  if (origin === "latino") return random.pick(latinoStems) + random.pick(latinoEnds);
  if (origin === "other") return random.pick(otherStems) + random.pick(otherEnds);
  return random.pick(englishStems) + random.pick(englishEnds);
}

/** A newly coined given name, as many Black families chose from the 1960s on. */
export function coinedGiven(random: Random): string {
  return random.pick(newStems) + random.pick(newEnds);
}
