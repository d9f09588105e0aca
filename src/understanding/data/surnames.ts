/**
 * Family names common in Los Angeles, folded, to tell a second family name from a middle name.
 * A modest list: what it lacks is decided by position.
 */
import { wordSet } from "../text.ts";

/** Family names of Spanish usage, where a person has two. */
export const spanishSurnames = wordSet(`
abarca acevedo acosta acuna aguayo aguilar aguilera aguirre alarcon alcala alcantar alcantara aldana alejo aleman
alfaro almanza almaraz alonso alonzo altamirano alvarado alvarez amador amaya amezcua anaya andrade angulo aparicio
aquino aragon arana aranda arango araujo arce arciniega ardon arellano arenas arevalo arguello arias armas
armenta arreola arriaga arroyo arteaga arzate avalos avendano avila aviles ayala baca baez balderas ballesteros
banuelos barajas barba barboza barcenas barera barragan barraza barrera barrientos barrios barron bautista becerra becerril
bejarano beltran benavides benitez bermudez bernal blanco bonilla borja borrego bravo briones briseno buenrostro
bueno burgos bustamante bustos caballero cabral cabrera caceres calderon calvillo camacho camarena camargo
camarillo campos canales candelaria cano cantu carbajal cardenas cardona cardoza carmona carranza carrasco
carreon carrera carrillo carrion casas casillas castaneda castellanos castillo castro cazares ceballos cedillo ceja
cepeda cerda cervantes chacon chaidez chapa chavarria chavez chavira cifuentes cisneros colin colon contreras cordero
cordoba cordova corona coronado coronel corral corrales correa cortes cortez cota covarrubias crespo cruz cuellar
cuevas curiel davalos davila delacruz delatorre deleon delgado delrio diaz dias dominguez duarte duenas duran echeverria
elias elizondo enciso enriquez escalante escamilla escobar escobedo escoto esparza espinosa espinoza esquivel estrada
estrella fajardo farias felix fernandez fierro figueroa flores florez fonseca franco frausto fregoso frias fuentes
gaitan galarza galaviz galindo gallardo gallegos galvan galvez gamboa gamez gaona garay garcia garibay garza gastelum
gaytan giron godinez godoy gomez gonzales gonzalez gracia granado granados grijalva guardado guerra guerrero guevara
guillen gutierrez guzman haro henriquez heredia hermosillo hernandez herrera hidalgo hinojosa holguin huerta hurtado
ibanez ibarra iniguez islas izquierdo jaime jaimes jaramillo jauregui jimenez juarez jurado lara lazaro leal ledesma lemus
leon lerma leyva limon linares lira lizarraga llamas loaiza lomeli longoria lopez lozano lucero luevano lugo lujan
luna luque macedo machado macias madera madrigal madrid magallanes magana maldonado mancilla manriquez manzano mares marin
mariscal marquez marroquin marrufo martinez mata matamoros mateo maya mayorga medina medrano mejia melendez melgar melgarejo
membreno mena mendez mendieta mendoza menjivar mercado merino mesa meza miramontes miranda mojica molina moncada mondragon
monreal montalvo montana montanez montano monterroso montes montoya mora morales moran moreno morfin mosqueda mota moya
munguia muniz munoz murillo naranjo nava navarrete navarro negrete nevarez nieto nieves nolasco noriega novoa nunez
ocampo ocegueda ochoa ojeda olivares olivas olivera olmedo olmos olvera ontiveros ordaz ordonez orellana ornelas orozco
ortega ortiz osorio osuna oviedo pacheco padilla paez palacios palafox palma palomares palomino pantoja parada paredes parra
partida pastrana paz pedraza pedroza pelayo pena penaloza peralta perales peraza perdomo perea perez pimentel pina pineda pinto
placencia plascencia plata ponce porras portillo posada prado preciado prieto puente puentes puga pulido quezada quesada
quevedo quijada quinones quintana quintanilla quintero quiroz quiros ramirez ramires ramos rangel rascon razo rendon renteria
resendez retana reyes reyna reynoso reza rico rincon rios rivas rivera robledo robles rocha rodarte rodriguez rodriges
rojas rojo roldan roman romero romo rosado rosales rosas rubalcava rubio ruelas rueda ruiz ruvalcaba saavedra saenz
sahagun salamanca salas salazar salcedo salcido saldana saldivar salgado salinas salmeron salvatierra samaniego sanabria
sanchez sanches sandoval santacruz santana santiago santillan santos saucedo sauceda segovia segura sepulveda serna
serrano servin sierra sifuentes sigala silva solano solares solis solorio solorzano soriano sosa sotelo soto suarez
tafoya talamantes tamayo tapia tavares tejada tejeda tellez tello terrazas tijerina tinoco tirado toledo tolentino
toro torres torrez toscano tovar trejo trevino trujillo ulloa urbina uribe urias urrutia valadez valderrama valdes valdez
valdivia valdovinos valencia valenzuela valenciano valladares valle vallejo valles valtierra valverde vaquera varela vargas
vasquez vazquez vega vela velarde velasco velasquez velazquez velez venegas vera verdugo verduzco viera vigil villa
villagomez villagran villalobos villalpando villanueva villareal villarreal villasenor villatoro villegas villicana vizcarra
yanez ybarra ybanez yepez zacarias zambrano zamora zamudio zapata zaragoza zarate zavala zazueta zelaya zendejas zepeda zermeno
zuniga zurita alto pare cano infante gasset gallo casarez caro chaves leiva montiel oropeza ovalle quiroga riojas rosario urena
vicente pascual lucas tomas agustin andres gaspar simon valentin trinidad domingo matias macario marcos clemente
bernabe modesto esteban isidro nicolas abrego francisco gil jacobo joaquin ventura salvador angeles camilo gregorio
veliz vidal vences villafana
agredano aispuro alatorre albarran alcaraz alcocer alderete alfonso alvear amaro ambriz ancira andujar
anguiano apodaca aramburo archuleta argueta armendariz arredondo arrieta arzola ascencio astorga avelar ayon
azpeitia badillo bahena banda barela barriga baltazar batres bazan benavidez berber bermudes berumen blancas
bojorquez borjas bracamontes bucio buelna burciaga cadena caldera campa campuzano canchola capistran cardiel
carlin carreno carriedo casanova casarrubias casique castellon castrejon catalan cazarez celaya celis centeno
cerna chaparro chagolla charles chaires cobarrubias cobos colmenares contla corchado cornejo cossio covarrubia
cristobal cruces cuenca cuen cueto dander domingues ebarra elenes enriques escareno esparsa espinal espindola
estevez facio faz ferman ferrer flecha fletes frutos gaeta galicia galaz gama gandara garduno garfias garnica
gastelo gavilanes gaxiola giraldo gomes gongora gordillo gradilla grajeda guardiola gudino guereca guizar
gurrola herrejon higuera hinostroza hornelas huitron ibal iribe izaguirre jacinto jacquez jasso juares lagunas
landa landaverde landeros lavalle lechuga leija lemos letechipia lezama linarez liera llanos loera loza lozoya
lucio luera macareno machuca madueno magdaleno malagon mancera manjarrez manzo manzanares maravilla marcial
marmolejo marron martell massey mateos mayoral maytorena medellin mejorado melchor melgoza menchaca mendivil
mendosa meraz mercader michel millan minjares mireles mojarro monarrez monge monroy montero montenegro montez
moctezuma mondaca morelos moscoso mozqueda mungia muro nabor najera nambo navarrette nerio neri nino obregon
olachea olague olguin oliva olivarez oliveros olivo olmeda onate oregel orduno orellano oropesa orta osornio
otero ozuna pablo padron palos parga pasillas patino payan penuelas pesqueira picazo piceno pimienta pizano
plazola pizarro portugal pozos puebla pulgarin quijas quirarte quirino ramon rebollar recinos redondo regalado
reina renderos requena riquelme rodrigues roque rosete rufino ruano salceda samora sandobal sanjuan sanmiguel
santillanes santoyo sapien sarabia sarmiento sedano sedillo senties serratos silvas simental solache soberanes
sorto sotomayor suastegui tadeo talavera tamez taveras tena teran tzintzun tiscareno toral torales torrero
torrico toribio tostado tovias tule turcios ubaldo urquiza urzua valdovino valdespino valderas valerio vallin
varelas vaquero vazques velasques velis vergara viramontes villagrana villaflor vizcaino xicotencatl xolot
yescas yslas zaldivar zamarripa zamarron zaragosa zarco zatarain zavaleta zetina zubia zuleta`);

/** Other family names, where one is the rule. */
export const otherSurnames = wordSet(`
francis arthur oliver john simon dean paul george vincent leonard norman lewis smith johnson williams brown jones davis miller wilson anderson taylor thomas moore jackson martin lee thompson
white harris clark lewis robinson walker young allen king wright scott hill green adams baker nelson carter
mitchell roberts turner phillips campbell parker evans edwards collins stewart morris rogers reed cook morgan
bell murphy bailey cooper richardson cox howard ward peterson gray grey james watson brooks kelly sanders price
bennett wood barnes ross henderson coleman jenkins perry powell long patterson hughes washington butler
simmons foster bryant alexander russell griffin hayes myers ford hamilton graham sullivan wallace woods cole west
jordan owens reynolds fisher ellis harrison gibson mcdonald marshall wells webb simpson stevens tucker porter
hunter hicks crawford henry boyd mason kennedy warren dixon burns gordon shaw holmes rice robertson black daniels
palmer mills nichols grant knight ferguson rose stone dunn perkins hudson spencer gardner payne pierce berry
arnold wagner willis ray watkins olson carroll duncan snyder hart cunningham bradley lane andrews harper
fox riley armstrong carpenter weaver greene lawrence elliott chavis sims austin peters kelley franklin lawson
nguyen tran pham le huynh vo dang bui do ngo duong ly kim park choi jung kang cho yoon chang chen wang li liu
zhang huang wu lin yang wong chan chu cheng patel singh shah khan ali santos cruz reyes bautista garcia
hakopian petrosyan sargsyan grigoryan hovhannisyan harutyunyan stopford public bishop banks booker battle
gaines mosley mcgee hines tate glover dorsey hampton sykes rucker pruitt crenshaw broadnax winfrey
abbott abdullah abrams adkins aguon albright alford allison alston ames antoine appleton archer ashby ashley
atkins atkinson avery ayers babcock bacon bagdasarian baird baldwin ball ballard banner barber barker barlow
barnett baron barr barrett barry bartlett barton bass bates battles bauer baxter beach bean beard beasley beck
becker beckett bedrosian bender benjamin benson benton berger bernard billings bird blackburn blackmon
blackwell blair blake blanchard bland blankenship blevins bloom bolden bolton bond booth boone bostic bowen
bowers bowie bowman boyer boyle brady branch brandt braun bray brennan brewer bridges briggs bright britt
brock broussard browning bruce brunson bryan buchanan buck buckley bullock burgess burke burks burnett
burnette burris burton bush byers byrd cain calhoun callahan cameron cannon cantrell carey carlisle carlson
carney carr carson carver casey castle chambers chandler chaney chapman chase chatman cherry childs
christensen christian clay clayton clements cleveland cline cobb cochran coffey cohen colbert coley collier
combs compton conley conner connor conrad conway cooke copeland corbett costa cotton couch courtney cowan
craft craig crane crockett crosby cross cruise culpepper cummings curry curtis dale dalton daniel daugherty
davenport david davidson dawson decker delaney dennis denton derderian dickens dickerson dickson dillard
dillon dixson dodson donaldson donnelly donovan douglas dowell downs doyle drake drew dudley duffy duke dukes
dunlap durham dyer easley eaton edmonds eldridge ellison emerson epps erickson ervin estes eubanks everett
ewing fagan farley farmer farrell faulkner felder fields finch finley fitzgerald fitzpatrick fleming fletcher
flowers floyd flynn fontenot forbes fowler francois frazier frederick freeman frost fry frye fuller fulton
gaither galloway gamble garner garrett garrison gates gentry gibbs gilbert giles gill gillespie gilmore glass
glenn goff golden goldberg goldstein goodman goodwin gore gould grayson gregory gross grimes guidry guillory
guthrie guy haas hagopian hairston hale haley hall hammond hancock hanna hansen hanson hardin harding hardy
harmon harrell harrington hartman harvey hatcher hawkins hayden haynes heard heath hebert hendricks hendrix
hensley herman herring hess hester hewitt hickman higgins hightower hinton hobbs hodge hodges hoffman hogan
holcomb holden holder holland holley holloway holman holt hood hoover hopkins hopper horn horne horton houston
hovsepian howell hubbard huber huff huffman hull humphrey hunt hurley hurst hutchinson hyde ingram irwin isaac
jack jacobs jacobson jamison jarvis jefferson jennings jensen johns johnston joseph joyce karapetyan kane
kaufman keith keller kemp kent kerr keshishian kidd kilgore kinney kirby kirk kirkland klein kline knox koch
kramer lacy lamb lambert landry lang langston larkin larsen larson laurent leach leblanc lester levine levy
lindsay lindsey livingston lloyd locke logan lovett lowe lowery lynch lynn lyons macdonald mack madden maddox
malone mann manning marks marsh martinson mathews mathis matthews maxwell mayfield maynard mayo mays
mcallister mcbride mccall mccarthy mccarty mcclain mcclellan mcclure mcconnell mccormick mccoy mccray
mccullough mcdaniel mcdowell mcfadden mcfarland mcgowan mcgrath mcguire mcintosh mcintyre mckay mckee mckenzie
mckinley mckinney mcknight mclaughlin mclean mcleod mcmahon mcmillan mcneal mcneil mcpherson meadows melton
mercer merriweather merritt meyer meyers middleton miles milton mims minasyan mitchum monroe montgomery moody
mooney moreland morrison morrow morse morton moses moss mueller mullen mullins muhammad murray myles nash neal
newman newton nicholson nielsen nixon noble nolan norris norton norwood obrien oconnor odom odonnell oden
ogden okafor oneal oneil oneill orr osborn osborne pace page parrish parsons pate patrick patton paulson
payton pearce pearson peck pennington perdue petersen petty phelps pickett pierre pittman pitts poole
poindexter pogosyan pollard pope posey potter potts powers pratt prescott preston prince proctor pryor pugh
quinn ramsey randall randolph rankin ransom ratliff rawls raymond reece reese reeves reid rhodes richard
richards richmond riddle riggs rivers roach robbins roberson robins rodgers rollins roy rowe rowland
rutherford ryan salter sampson samuels sargent sarkisian savage sawyer schaefer schmidt schneider schroeder
schultz schwartz sears sellers sexton shannon sharp sharpe shelton shepard shepherd sheppard sherman shields
sinclair singleton skinner slater sloan solomon sparks sparrow spears spence stafford stanford stanley stanton
stark starks steele stein stephens stephenson stevenson stokes stout strickland stubblefield stuart suggs
summers sutton swain swanson sweeney talley tanner tatum terry thibodeaux thigpen thornton tillman todd
townsend travis trice turk tyler tyson underwood upshaw valentine vance vang vaughan vaughn waddell wade
waller walls walsh walter walters walton ware warner watts webster weiss welch wheeler whitaker whitehead
whitfield whitley whitney whittaker wiggins wilcox wilder wiley wilkerson wilkins wilkinson william williamson
wilkes winn winters wise witt wolf wolfe womack woodard woodruff woodson woodward wooten workman worthy wyatt
yates york yu zimmerman zakarian antonyan avagyan danielyan gevorgyan ghazaryan khachatryan mkrtchyan sahakyan
simonyan vardanyan terzian torosyan mkrtchian kazarian tashjian manoukian boyadjian darbinyan dizon magsaysay
manalo pangilinan salonga abad dimaculangan lacson macapagal ahn bae hong hwang kwon lim shin suh yi yoo
tanaka suzuki sato watanabe yamamoto nakamura kobayashi ito kato yoshida yamada sasaki matsumoto inoue kimura
hayashi shimizu fujimoto ishikawa au diep dinh doan hoang lam luong luu mai quach thai thach trinh truong vu
vuong chau chea chhim keo lor meas phan prak sok som xiong deng du fan feng gao guo han hu jiang lai lau leung
luo mok ng pan peng shen sun tan tang tsai tsang wen xie xu yan yuan zeng zhao zheng zhou zhu ahmed akhtar
aziz choudhury desai gupta hussain hussein iqbal jain joshi kapoor kaur kumar malik mehta mohammed mohammad
nair parekh rahman rao reddy sharma siddiqui verma adeyemi achebe diallo eze ibrahim mensah nwosu obi okeke
okoro owusu toure abebe tesfaye haile bekele`);
