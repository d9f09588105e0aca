/**
 * Everyday words that no one's name consists of, folded: a text that holds one is talk, not a name.
 * Words that are also names (will, may, rose, cruz, paz) are left out.
 */
import { wordSet } from "../text.ts";

export const notNames = wordSet(`
a about quit spelled misspelled incorrect incorrecto equivocado after again all also always am an and another any anybody anyone anything are arent arrested arrest as
ask asked at away back be because been before being bro but by bye call called calling can cant cannot caught case
cases charge charged charges check checking clear code come computer convicted conviction cop cops could court courthouse
date day days did didnt do does doesnt doing done dont down drop dropped else ever every everything felony find fine
first for forget forgot found from gave get getting give given go going gonna good got guess guilty had happened has
hasnt have havent having he hello help her here hers hey hi him his how hows i id idk if ill im in info into is isnt it
its ive jail job just keep kidding kind know last later left let lets like list live living lol long lookup look looking lost
made make making many maybe me mean men message might mine money more most much must my myself name named names need needed
never new no nobody none nope not nothing now number of off oh ok okay old on once one only or other our out over own paid
paper papers papers people person plead please pled police possession prison private probation problem program question
reason really record records right said same saw say saying says see seen send sent she should show since so some somebody
someone something sorry stop stopped sure take talk telling tell text texting than thank thanks that thats the their them then
there theres these they theyre thing things think this those thought through time to today told tomorrow too took tried trust
try trying under understand unknown until up us use used using very wait want wanted wants was wasnt way we weed well went were
what whats when where which who whos whose why with without wont work working worried would wrong wtf yall yeah year years yep
yes yesterday yet you your youre yours yup scam spam fake bot robot asshole bitch damn dick fuck fucking fuckin fucked hell
idiot shit stupid suck sucks puto puta pendejo pendeja pinche chinga chingas chingen mierda cabron culero verga mamon joder
birthday born birth dob english spanish ignore nunya business
abogado ahi ahora al algo alguien alguna alguno antes apellido apellidos aqui arrestaron asi atras aunque ayer ayuda
bien buena buenas buenos bueno cada carro casa caso casos como con contra corte cosa cosas cual cualquier cuando cuanto
cuantos dar dame dan decir deja del desde despues dia dias dice dicen digo dijeron dijo donde dos el ella ellos en entiendo entonces
era eran es esa ese eso esos esta estaba estado estan estar estas este esto estoy fecha fue fueron fui gente gracias
ha hablar hace hacen hacer hago han hasta hay haya he hoy ir le les lista lo los mal mande mas me mejor menos mensaje
mensajes mi mia mio mis mismo mucha mucho muy nada nadie necesito ni ningun ninguna ninguno nombre nombres nos nosotros nunca
numero o otra otro otros para pero poco por porque policia porfavor puede puedo pues que quien quienes quiere quiero quieren
quisiera record saber sabe se sea ser servicio si sido siempre sin sobre solo somos son soy su sus tal tambien tampoco tan
tanto te tengo tener tenia tiene tienen todo todos trabajo tu tus un una uno unos usted ustedes va vez viejo vamos ver
verdad voy y ya yo nacimiento naci nacio cumpleanos arrestado droga mota marihuana carcel migra estafa fraude llamen llamar
llame escriba escribir responder pregunta preguntas hola ayudante ayudar borrar buscar busco nel simon telefono direccion
possesion selling sold growing plant plants classes dismissed federal county state city lawyer attorney immigration proof
hablo hablas entendi manda pasa esque nomas ose osea aver haber cuanto cuesta gratis free cost pay
year month weeks week night morning agree agreed steps helping cannot change search correct incorrect skip
mother father mom dad brother sister son daughter wife husband friend cousin uncle aunt grandma grandpa mama papa hermano hermana
hijo hija esposo esposa amigo amiga primo prima tio tia abuelo abuela novio novia madre padre
monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado
january february september october november december enero febrero septiembre setiembre octubre noviembre diciembre
nineteen eighteen seventeen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand veinte treinta cuarenta
cincuenta sesenta setenta ochenta noventa novecientos casada soltera acepto aceptado adelante espereme esperame espere tantito completo completos acta moment real fake enough already nonsense firmaba firmo signed middle wrote escribieron acuerdo recuerdo seguro segura creo puse puso pusieron usaba fake ano anos fn fdn cumplo cumple nacio edad years tenia papel papeles conmigo aparece aparezco
guardar pregunto deja dejeme ahorita orita momento minuto hold moment minute sec busy driving ocupado ocupada manejando`);
