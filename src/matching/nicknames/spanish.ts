/**
 * Spanish given names and their hypocorisms and abbreviations, as used by Mexican, Central American and
 * Chicano families. One line a formal name; a form may stand under several. Folded spelling.
 */
export const spanish = `
abelardo: lalo abel
abraham: abram
adalberto: beto berto
adelaida: lala aide
adelina: lina
adolfo: fito dolfo fo
adrian: nano adri
agripina: pina
agustin: tin agus cucho
alberto: beto berto albertito
alejandra: ale jandra alex sandra
alejandro: alex ale jandro jano alejo
alfonso: poncho fon alfon foncho
alfredo: fredo fredy freddy alfre fello
alicia: licha lichi ali
alonso: lonso loncho
alvaro: varo
amalia: maya mali
amparo: amparito
ana: anita nita
andres: andy andresito
angel: gelo angelito
angela: gela angelita
angelica: gela angie
aniceto: cheto
anselmo: chemo
antonia: tona tonia
antonio: ant tono tony toni tonio tonito ton
apolinar: polo
apolonio: polo
araceli: celi chely
armando: mando armandito mandy
arnulfo: nufo arnie
arturo: turo artu art
asuncion: chon chona
augusto: tuto
aurelio: lello yeyo
aurora: yoya lola
bartolome: bartolo tolo
beatriz: bety betty bea
benigno: beni
benita: beni
benito: beni
benjamin: benja min mincho
bernabe: berna
bernardo: nardo berna
blanca: blanqui
brigida: briji
camilo: milo
candelario: cande canelo
carlos: carlitos charly calin charlie
carlota: lota
carmelo: melo
carmen: carmelita menchu carmencita mela
carolina: caro lina
catalina: cata lina caty
cayetano: tano cayo
cecilia: ceci chila
celestino: tino
cesar: cesarin cheche
clemente: mente
concepcion: concha conchita chona chita concho chon
consuelo: chelo consuelito
cornelio: nelo
cristian: cris
cristina: cris tina crista
cristobal: cris tobal tobalito
cruz: crucita
cuauhtemoc: temo cuau
dagoberto: beto dago
damian: dami
daniel: dani danny danilo
dario: dari
david: davi
delfino: fino
demetrio: deme
diego: dieguito
dionisio: nicho nicio
dolores: lola lolita loles
domingo: mingo chomingo
domitila: tila
edelmira: mira
edgardo: gardo edgar
edmundo: mundo
eduardo: ed lalo edu eddie guayo wayo eddy
efrain: efra
efren: efra
eladio: layo
elena: nena lena
eleuterio: tello
elias: eli
eliseo: cheo licho
elizabeth: eli liz chabela
eloisa: locha
elpidio: pillo
elvira: vira
emilia: mila emi
emiliano: emi milo
emilio: milo emi
encarnacion: chon
enedina: nena
enrique: quique kike rique quico enriquito henry
enriqueta: queta
epifanio: pifas fano
ernestina: tina neta
ernesto: neto erne ernie netito
esperanza: pera lancha espe
estanislao: tanis lao
esteban: teban estebi
estela: tela
eufemia: femia
eugenia: gena quena
eugenio: queno geno
eulalia: lala layita
eusebio: chebo sebio
eva: evita
evangelina: vange lina eva
evaristo: varo
everardo: lalo vera
ezequiel: cheque queque
fabiola: fabi
faustino: tino
federico: fede lico kiko
feliciano: chano feli
felicitas: licha feli
felipa: pipa
felipe: pipe lipe felipito
felix: feli
fernanda: fer nanda
fernando: nando fer fercho ferny
fidel: fide
fidencio: lencho fide
filemon: mon
filiberto: beto fili
florencio: lencho floro
florentino: tino floro
francisca: paca pancha panchita paquita cisca chica
francisco: pancho paco kiko quico cisco fco panchito paquito frank chico franco curro
froylan: lan
gabriel: gabi gabo gabe biel
gabriela: gabi gaby
genaro: naro
genoveva: veva beva
gerardo: gera lalo jerry gery yayo
german: mancho
gilberto: beto gil berto
gonzalo: chalo gonza
graciela: chela gracie chelo
gregorio: goyo grego
griselda: gris chelda
guadalupe: lupe lupita gpe lupillo lupito pita
guillermina: mina guille
guillermo: memo guille willy memito billy
gumersindo: chindo
gustavo: gus tavo gustavito
hector: tito teto eto
heriberto: beto eri heri
herlinda: linda
hermelinda: linda meli
hermenegildo: mere gildo
herminia: mina
hilario: layo lario
hipolito: polo
hortensia: tencha
humberto: beto berto
ignacia: nacha
ignacio: nacho nachito igna
ildefonso: poncho fonso
imelda: melda
ines: nesa
irene: nena
irma: irmita
isabel: chabela chabe isa chavela bela chaba
isaias: chay isa
isidoro: chidoro doro
isidro: chilo sidro chiro
ismael: mayo isma
israel: irra isra
jacinto: chinto jaci
jaime: jaimito jimmy
javier: javi chavi xavi
jeronimo: momo jero
jesus: jess chuy chucho chuyito chus chuchin jessie
jesusa: chucha chuyita
joaquin: quino joaco juaco
joel: joelito
jorge: coque yorch koke george jorgito
jose: pepe pepito cheo che joe pepin chepe chepito joselito chema
josefa: pepa chepa fina pepita
josefina: fina chepina pina
josue: chue
juan: juanito juancho juanillo chano john johnny jhonny juanchito
juana: juanita janis
julian: juli julianito
julieta: juli
julio: julito
laura: lala lauris
laurencio: lencho
lazaro: lacho
leobardo: leo
leocadio: cayo
leonardo: leo nardo lalo
leonel: leo
leonor: nona
leopoldo: polo leo
leticia: lety leti
librado: libra
lidia: lili
lorenza: lencha
lorenzo: lencho loren
lourdes: lulu lourditas
lucia: lucha chia
luciano: chano lucho
lucio: lucho
luis: lucho guicho huicho luisito wicho louie
luisa: lucha licha
luz: lucha lucita
magdalena: magda lena malena nena
manuel: manolo meme manny nel manolito lico mane
manuela: mela manuelita meli
marcelino: chelino lino marce
marcelo: chelo marce
marco: marcos marc
margarita: maggie meg peggy margie greta mago rita margo maguito
maria: ma mari mary marucha maruja mariquita maruca
marina: mari
mario: mayito
martin: tin martincito
martina: tina
mateo: teo
matias: mati
matilde: mati tilde
mauricio: mau moris guicho richo
maximiliano: max maxi
melquiades: melqui
mercedes: merci mercy meche merche mechita
miguel: mike mickey miguelito migue micky
minerva: mine
modesto: desto
moises: moi moy moiso
monica: moni
natividad: nati
nazario: nacho
nestor: neto
nicanor: nica
nicolas: nico colas
norberto: beto
octavio: tavo octa
ofelia: ofe
olegario: gallo
olga: olguita
oscar: kaka oskar
pablo: pablito pol
patricia: paty pati pato patty tita
patricio: pato ticho
paula: pau
pedro: perico piter pete pedrito peter
petra: pita
pilar: pili
ponciano: chano
porfirio: pilo firo
primitivo: tivo
rafael: rafa rafita fallo ralph felo
rafaela: fela
ramiro: milo rami
ramon: moncho monchi mon ray
ramona: mona moncha
raquel: quela raque
raul: rulo rul rauly
raymundo: mundo ray
rebeca: beca queca
refugio: cuco cuca refu
reinaldo: rey naldo
reyes: rey
ricardo: richi ricky rica rick richard cayo
rigoberto: rigo beto
roberto: rob beto robert tito berto bobby robertito
rocio: chio
rodolfo: fito rudy rodo fofo dolfo popo
rodrigo: rodri rigo
rogelio: roge rojelio roy
roman: romy
romualdo: romo
rosa: rose rosita rosy chita
rosalia: chalia rosa
rosalinda: linda rosa
rosalio: chalio
rosario: chayo charo chari chayito
rosendo: chendo
ruben: ruby benny rube
salomon: chalo
salvador: sally chava chavita sal salva chavo
samuel: sami samy
sandra: sandy
santiago: chago santi yago chango
santos: santitos
saul: sauly
sebastian: sebas chano bastian
sergio: checo serch chejo sergito
severiano: seve
severino: seve
silvestre: silver veche
silvia: chiva chivis silvi
simon: monchi
socorro: coco soco
sofia: chofi sofi
soledad: chole sole
susana: susy sana
teodoro: teo doro lolo
teofilo: teo filo
teresa: tessie tessa tere techa teresita
tiburcio: bucho
timoteo: teo timo
tomas: tomy tommy masito
trinidad: trini
ubaldo: baldo
valente: vale
valentin: vale tin
valeria: vale
venancio: nancho
veronica: vero
vicenta: chenta
vicente: vic chente chenche vince vicentito
victor: vico vic toro
victoria: vicky toya
virginia: vicky gina
wenceslao: chelao lao wences
xochitl: xochi
yesenia: yessi jessy
yolanda: yoli yola
zeferino: cefe
zenaida: cena
`;
