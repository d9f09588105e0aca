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
veliz vidal vences villafana`);

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
gaines mosley mcgee hines tate glover dorsey hampton sykes rucker pruitt crenshaw broadnax winfrey`);
