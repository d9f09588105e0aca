/**
 * Beyond California: states, large cities, other countries; and the words of federal cases. Folded.
 */
import { phraseSet } from "../../text.ts";

export const otherStatePlaces = phraseSet(`
alabama|alaska|arizona|arkansas|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|jersey|new mexico|nuevo mexico|new york|nueva york|nuevayork|nyc|n y c|north carolina|carolina del norte|north dakota|ohio|oklahoma|oregon|oregon state|pennsylvania|rhode island|south carolina|carolina del sur|south dakota|tennessee|texas|tejas|utah|vermont|virginia|west virginia|washington|washington state|washington dc|dc|wisconsin|wyoming|puerto rico|guam|district of columbia
las vegas|vegas|lasvegas|reno|henderson|laughlin|phoenix|fenix|tucson|mesa az|yuma|flagstaff|scottsdale|tempe|nogales|kingman|bullhead city|el paso|houston|dallas|san antonio|austin|fort worth|laredo|mcallen|brownsville|corpus christi|lubbock|denver|aurora colorado|salt lake|salt lake city|albuquerque|santa fe|santa fe new mexico|las cruces|chicago|detroit|atlanta|miami|orlando|tampa|jacksonville|new orleans|memphis|nashville|charlotte|raleigh|philadelphia|philly|pittsburgh|boston|baltimore|cleveland|columbus|cincinnati|indianapolis|milwaukee|minneapolis|st louis|saint louis|kansas city|omaha|oklahoma city|tulsa|little rock|birmingham|seattle|tacoma|spokane|portland|boise|honolulu|anchorage|brooklyn|bronx|queens|manhattan new york|newark|buffalo|des moines|louisville|richmond virginia|virginia beach|hartford|providence|billings|cheyenne|fargo|sioux falls
mexico|mejico|tijuana|tj|mexicali|ensenada|rosarito|guadalajara|jalisco|michoacan|sinaloa|culiacan|sonora|hermosillo|ciudad juarez|chihuahua|monterrey|oaxaca|puebla|guanajuato|zacatecas|guerrero mexico|distrito federal|cdmx|mexico city|ciudad de mexico|baja california|la paz bcs|el salvador|san salvador|guatemala|honduras|tegucigalpa|nicaragua|costa rica|panama|colombia|peru|ecuador|cuba|dominican republic|republica dominicana|venezuela|brazil|brasil|argentina|canada|europe|europa|philippines|filipinas|germany|japan|korea|china|england|armenia|vietnam|jamaica|belize|belice|mi pais|en mi pais|my country|my home country|back home country
other state|another state|different state|out of state|outof state|outside california|outside of california|not california|not in california|otro estado|en otro estado|un estado diferente|fuera de california|fuera del estado|otro pais|another country|other country|different country|en el extranjero|abroad|overseas|no en california|no fue en california
`);

/** Postal codes of states that are no word of either language; the others count in capitals after a comma. */
export const stateCodes = phraseSet(
  "tx|az|nv|ny|nj|fl|ga|il|ut|wa|nm|tn|ky|ks|mn|nc|wv|wi|wy|nh|ri|md|dc|tejas|tex|ariz|nev|fla|penn|mass|wash|colo",
);
export const stateCodesInCapitals = phraseSet(
  "OR|IN|OK|ME|HI|OH|PA|MA|ID|AL|LA|MO|MS|DE|CO|MI|SC|VA|MT|ND|SD|VT|CT|AK|AR|IA|NE",
);

export const federalWords = phraseSet(`
federal|federales|fed court|fed case|fed charge|fed prison|federal court|federal case|federal charge|federal charges|federal prison|corte federal|caso federal|cargo federal|cargos federales|tribunal federal|juez federal|delito federal|prision federal|the feds|feds|fed|a fed|fbi|f b i|dea|d e a|atf|us district court|u s district court|united states district court|us attorney|u s attorney|us marshals|u s marshals|marshals|border patrol|patrulla fronteriza|la patrulla|customs|cbp|ice|homeland security|aduana|aduanas|aduana americana|port of entry|garita|la garita|puerto de entrada|border crossing|at the border|en la frontera|la frontera|the border|border checkpoint|checkpoint at the border|la migra|migra|migracion|inmigracion|immigration court|military|military court|court martial|national park|national forest|parque nacional|bosque nacional|army base|military base|base militar|camp pendleton|marines|navy|army|air force|us government|gobierno federal|gobierno de los estados unidos|usps|postal inspector|mdc los angeles|terminal island
`);
