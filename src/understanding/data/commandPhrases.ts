/**
 * The whole messages that are commands, folded, in English and Spanish, "|" between them.
 * Opting out has its own list; words that answer a question are in that question's file.
 */
import { phraseSet } from "../text.ts";
import type { Command } from "../types.ts";

/** What a whole message can wish, besides opting out and skipping. */
export type WholeMessage = Exclude<Command, "stop" | "skip"> | "deleteWhich" | "callMe";

/** In the order in which they are tried, after opting out. */
export const commandPhrases: readonly (readonly [WholeMessage, ReadonlySet<string>])[] = [
  [
    "person",
    phraseSet(`person|persona|people person|agent|agente|human|humano|humana|abogado|abogada|lawyer|attorney|licenciado|licenciada|lic|operador|operadora|operator
      representative|rep|representante|asesor|asesora|real person|a real person|a person|live person|live agent|una persona|persona real|una persona real|un humano|un abogado|una abogada|a lawyer|a human
      talk to someone|talk to somebody|speak to someone|speak with someone|talk to a person|talk to person|hablar con alguien|hablar con una persona|hablar con un abogado|hablar con persona|staff|customer service|servicio al cliente`),
  ],
  [
    "english",
    phraseSet(`english|eng|en|ingles|in english|en ingles|inglish|englsh|change to english|switch to english|english only|cambiar a ingles|cambie a ingles|cambiar idioma a ingles
      speak english|do you speak english|i speak english|i only speak english|no spanish|i dont speak spanish|no speak spanish|dont speak spanish|i dont understand spanish|i dont read spanish|no hablo espanol|no hablo mucho espanol|prefer english|i prefer english|prefiero ingles|en ingles se puede|puede ser en ingles
      english version|can we do english|can i get this in english|can you speak english|can we speak english|is there english`),
  ],
  [
    "spanish",
    phraseSet(`spanish|espanol|es|esp|span|in spanish|en espanol|espaniol|espanyol|castellano|espanish|change to spanish|switch to spanish|spanish only|cambiar a espanol|cambie a espanol|cambiar idioma a espanol|solo espanol
      habla espanol|hablan espanol|hablas espanol|se habla espanol|alguien habla espanol|hablo espanol|solo hablo espanol|yo hablo espanol|speak spanish|do you speak spanish|i speak spanish|i only speak spanish|no english|no ingles|no hablo ingles|no hablo mucho ingles|no se ingles|no entiendo ingles|no entiendo el ingles|no speak english|i dont speak english|dont speak english|no leo ingles
      prefer spanish|prefiero espanol|puede ser en espanol|en espanol se puede|tiene en espanol|lo tiene en espanol|hay en espanol|me lo puede dar en espanol|can i get this in spanish|can you speak spanish|can we do spanish|can we speak spanish|mejor en espanol|spanish version|no entiendo en ingles|quiero en espanol|quiero espanol|lo quiero en espanol`),
  ],
  [
    "who",
    phraseSet(`
who|who is this|whos this|who dis|who r u|who are you|who are u|who are you people|who are you guys|who am i talking to|who am i texting|who is texting me|who is it|who runs this|who sent this|whos texting|what is this|whats this|what is this about|whats this about|what is this for|what number is this|what is clearline|is this real|is this legit|is this legitimate|is this for real|is it real|legit|are you real|are you legit|is this a real thing|is this safe|is it safe|is this private|is this confidential|can i trust you|can i trust this
is this a scam|is this scam|scam|is it a scam|scam or what|sounds like a scam|this is a scam|this a scam|is this spam|spam|is this fraud|is this phishing|how do i know this is real|how do i know this isnt a scam|how do i know youre real|how do i know its not a scam|how did you get my number|where did you get my number|how you get my number
are you ice|is this ice|u ice|r u ice|are u ice|you ice|are you immigration|is this immigration|are you with ice|are you with immigration|do you work with ice|do you work for ice|do you work with immigration|are you the police|is this the police|are you police|are you a cop|are you cops|r u a cop|are you the cops|is this the cops|are you the court|is this the court|are you a court|are you with the court|are you the government|is this the government|are you government|are you the feds|are you feds|are you the fbi|do you tell ice|will you tell ice|will you report me|do you report to ice|do you share with ice|do you share this with ice|is this going to ice|are you a lawyer|are you lawyers|are you an attorney|are you a bot|are you a robot|are you human|are you a person|are you a real person|is this a bot|is this a robot|is this a real person|am i talking to a bot|am i talking to a real person|r u a bot|you a bot|are you ai|is this ai|who sees this|who can see this|who will see this|who sees my answers|what do you do with my information|what do you do with my info|what happens to my information|will this get me in trouble|can i get in trouble
quien es|quien eres|quien es usted|quienes son|quienes son ustedes|quien habla|con quien hablo|quien me escribe|quien escribe|quien manda esto|quien me manda esto|de parte de quien|de donde hablan|de donde escriben|de donde son|de donde eres|de donde es|de quien es este numero|de que se trata|de que se trata esto|de que es esto|que es esto|esto que es|que es eso|que numero es este|es real|es de verdad|esto es real|es verdad|es cierto|es legal|esto es legal|es confiable|es seguro|esto es seguro|es confidencial|es privado|puedo confiar|es estafa|es una estafa|esto es estafa|esto es una estafa|no es estafa|no sera estafa|es un fraude|es fraude|esto es fraude|esto es un fraude|no es fraude|fraude|estafa|es broma
es migracion|es de migracion|son de migracion|es la migra|eres la migra|es de la migra|son la migra|son de la migra|eres de la migra|usted es de migracion|ustedes son de migracion|ustedes son la migra|ustedes son de la migra|eres de migracion|es ice|es de ice|son ice|son de ice|son del ice|es del ice|eres ice|trabajan con migracion|trabajan con la migra|trabajan con ice|trabajan para ice|es inmigracion|es de inmigracion|son de inmigracion|son inmigracion|es la policia|es policia|es de la policia|son la policia|son policias|son policia|son de la policia|eres policia|es usted policia|es la corte|son de la corte|son la corte|es de la corte|es del gobierno|son del gobierno|es el gobierno|le dicen a migracion|le avisan a migracion|van a avisar a migracion|le van a decir a la migra|me van a reportar|me va a reportar|es usted abogado|eres abogado|son abogados|es un robot|eres un robot|es robot|eres robot|es una maquina|es un bot|eres un bot|eres una persona|es una persona real|es usted una persona|quien ve esto|quien va a ver esto|quien lo ve|me puede perjudicar|como consiguieron mi numero|como obtuvieron mi numero|de donde sacaron mi numero|como tienen mi numero|quien les dio mi numero|que hacen con mis datos|que hacen con mi informacion|no son de migracion|no es de migracion|no son de la migra|no es la migra|no son la migra
`),
  ],
  [
    "delete",
    phraseSet(`delete my data|borrar todo|borrar mis datos|delete everything|delete all|delete all my data|delete all data|delete my info|delete my information|delete all my info|delete all my information|delete my answers|delete all my answers|delete data
      erase my data|erase everything|erase all|erase all my data|erase my info|erase my information|erase my answers|borren mis datos|borra mis datos|borre mis datos|borrame mis datos|borreme mis datos|borra todo|borre todo|borren todo|borrenlo todo|borrelo todo|borralo todo|borrar todos mis datos|borre todos mis datos|borren todos mis datos
      borrar mi informacion|borre mi informacion|borren mi informacion|borra mi informacion|borrar mis respuestas|borre mis respuestas|borren mis respuestas|eliminar mis datos|elimine mis datos|eliminen mis datos|elimina mis datos|eliminar todo|elimine todo|eliminar mi informacion|remove my data|remove my info|remove my information|wipe my data|wipe everything|delete what i sent|delete this conversation|delete conversation|delete the data|quiero borrar mis datos|quiero que borren mis datos|quiero que borren todo|i want to delete my data|i want my data deleted|i want you to delete my data|borrar datos|forget me|please forget me|delete me|borreme|borrenme|borrame|borreme de ahi`),
  ],
  ["deleteWhich", phraseSet("delete|borrar|erase|eliminar|borre|borra|borren|delete it|borrarlo")],
  [
    "help",
    phraseSet(
      `help|info|ayuda|informacion|help me|ayudame|ayudeme|i need help|need help|necesito ayuda|information|help info|mas informacion|more info|more information|menu|auxilio|helpp|hlep|ayudaa|ayudenme|i need some help|quiero informacion|quiero mas informacion|necesito informacion`,
    ),
  ],
  [
    "start",
    phraseSet(
      `start|unstop|seguir|iniciar|empezar|comenzar|reanudar|inicio|start again texting|begin|resume`,
    ),
  ],
  [
    "back",
    phraseSet(
      `back|go back|atras|volver|regresar|para atras|pa tras|patras|regresa|regrese|regresame|volver atras|ir atras|back up|previous|anterior|undo|la anterior|go back one|previous question|pregunta anterior|regresar a la anterior|last question|vuelve|vuelva|regresarme|deshacer`,
    ),
  ],
  [
    "again",
    phraseSet(
      `again|como|repetir|otra vez|no entendi|mande|repeat|repita|repite|repitalo|repitame|repeat that|say again|say that again|say it again|ask again|come again|no entiendo|no le entiendo|no le entendi|no comprendo|no comprendi|no entendi la pregunta|no entiendo la pregunta|i dont understand|i dont get it|dont understand|i didnt understand|didnt get that|i dont understand the question|what do you mean|what does that mean|que quiere decir|que significa|como dijo|como dice|huh|what was the question|cual era la pregunta|cual es la pregunta|me lo repite|puede repetir|puede repetirlo|can you repeat|can you repeat that|repeat please|repeat the question|repita la pregunta|de nuevo|once more|one more time|una vez mas|resend|send again|im confused|confused|i dont follow`,
    ),
  ],
  [
    "why",
    phraseSet(
      `why|por que|porque|para que|why do you ask|why do you need that|why do you need it|why do you need this|why do you need to know|why do you need my name|why do you want my name|why do you need to know that|why you need that|why you ask|why are you asking|why do you want to know|why do you want that|why do you want this|why do you need my birthday|why do you need my date of birth|why do you need my birth date|why do you want my birthday|why my name|why my birthday|whats it for|what for|for what|what do you need it for|what do you need that for|y eso para que|y para que|para que quiere saber|para que quieren saber|para que quiere mi nombre|para que quieren mi nombre|para que necesita mi nombre|para que necesitan mi nombre|para que es|para que lo quiere|para que lo quieren|para que lo necesita|para que lo necesitan|por que pregunta|por que preguntan|por que pregunta eso|por que quiere saber|por que quieren saber|por que necesita eso|por que necesitan eso|por que necesitan mi nombre|por que quiere mi nombre|por que quieren mi nombre|para que necesita eso|para que quiere eso|para que mi nombre|para que mi fecha de nacimiento|para que quieren mi fecha de nacimiento|para que necesitan mi fecha de nacimiento|xq|pq|por q|pa que|y por que|pero por que|pero para que|but why|why tho|why though|how come|why that|why this|why is that|why does it matter|why is that needed|why is this needed`,
    ),
  ],
  [
    "restart",
    phraseSet(
      `restart|begin again|can we begin again|empezar de nuevo|start over|start again|begin again|volver a empezar|empezar otra vez|comenzar de nuevo|iniciar de nuevo|reiniciar|reset|desde el principio|from the beginning|from the start|start from the beginning|start fresh|start new|empezar desde cero|empezar desde el principio|de cero|comenzar otra vez|quiero empezar de nuevo|i want to start over|can i start over|let me start over|lets start over|re start|restart over`,
    ),
  ],
  [
    "finish",
    phraseSet(
      `fin|terminar|es todo|gracias|thats all|thats it|that is all|that will be all|thatll be all|thank you|thanks|thx|ty|muchas gracias|mil gracias|finish|finished|done|im done|all done|i am done|bye|goodbye|good bye|adios|bye bye|eso es todo|seria todo|es todo gracias|ya es todo|ya termine|termine|ya acabe|listo gracias|ya estuvo|ya seria todo|nada mas|nomas eso|nada mas gracias|no thats all|no thats it|no thats all thanks|no es todo|no eso es todo|no nada mas|thats all for now|thanks bye|gracias adios|hasta luego|nos vemos|thank you so much|thanks so much|thank you very much|ok thanks|ok thank you|ok gracias|ok bye|muy amable|muy amable gracias|se lo agradezco|god bless|dios lo bendiga|dios le bendiga|dios los bendiga|finalizar|terminado|acabar|thank u|thanku|grax|grasias|muchas grasias|eso seria todo|all set|im good thanks|im good thank you|thats everything|we are done|were done`,
    ),
  ],
];

/** "Not sure" and "skip", as whole messages. */
export const skipPhrases = phraseSet(`
skip|saltar|paso|no se|quien sabe|no me acuerdo|skip it|skip this|skip this one|skip that|pass|next|next question|saltarla|saltarlo|saltar esta|saltela|brincar|brincala|siguiente|la siguiente|siguiente pregunta|omitir|paso de esta
not sure|im not sure|i am not sure|unsure|not really sure|not certain|not 100 sure|not too sure|i dont know|dont know|idk|i dk|dk|dunno|i dunno|i do not know|do not know|dont know it|i dont know it|i dont know that|i really dont know|i honestly dont know|who knows|no idea|i have no idea|no clue|i have no clue|beats me|cant say|hard to say|i wouldnt know|wouldnt know|couldnt tell you|i couldnt tell you|cant tell you
i dont remember|dont remember|i dont recall|dont recall|i cant remember|cant remember|i forgot|forgot|i forget|i do not remember|do not remember|cant recall|i dont remember it|i forgot it|i dont remember that|its been too long|too long ago|dont really remember|i dont really remember|not that i remember|i cant remember that|cant remember it|i cant recall|cannot remember|i dont rember|dont rember|i dont remeber|dont remeber|i really dont remember
no lo se|no se la verdad|la verdad no se|la verdad no me acuerdo|no me acuerdo la verdad|ni idea|no tengo idea|no tengo ni idea|sabe|saber|sepa|sepa la bola|no sabria decirle|no sabria|no estoy seguro|no estoy segura|no toy seguro|no stoy seguro|no estoy muy seguro|no estoy muy segura|no seguro|no segura|no recuerdo|ya no me acuerdo|ya no recuerdo|no me acuerdo bien|no me acuerdo muy bien|no recuerdo bien|se me olvido|se me olvidan|ya se me olvido|no lo recuerdo|no me recuerdo|ya no me recuerdo|no sabemos|no sabe|no se sabe|ni se|nose|no c|no ce|nse|ns|a saber|vaya usted a saber|no me la se|no me lo se|no lo tengo claro|no le se|no se decirle|no sabria decir|desconozco|lo desconozco|lo ignoro|no estoy cierto|pues no se|pues no me acuerdo|la mera verdad no se|la mera verdad no me acuerdo|eso no se|eso no lo se|eso no me acuerdo|no se eso|quien sabra|sabra dios|solo dios sabe|dios sabra|quien se acuerda|no sure|not shure|not sur|idk man|idk bro|idk tbh|idk really|i aint sure|aint sure
`);
