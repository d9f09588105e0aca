/**
 * Given names common in Los Angeles, folded, in English and Spanish with everyday short forms.
 * Used to tell a middle name from a family name, and "GARCIA MARIA" from "Maria Garcia".
 */
import { wordSet } from "../text.ts";

/** Given names of Spanish usage. */
export const spanishGivenNames = wordSet(`
abel abelardo abraham adalberto adan adela adelaida adelina adolfo adrian adriana agustin agustina aida alba
alberto alejandra alejandro alex alexis alfonso alfredo alicia alma alonso alvaro amalia amanda amelia amparo ana
anabel anastasio andrea andres angel angela angeles angelica angelina anita anselmo antonia antonio araceli aracely
ariel armando armida arnulfo arturo astrid aurelia aurelio aurora bartolo beatriz begona belen benita benito benjamin
bernabe bernarda bernardo berta bertha blanca brenda bruno camila candelaria carina carla carlos carlota carmela carmelo carmen
carolina catalina cecilia celestino celia celso cesar chabela chayo chuy clara claudia claudio clemente concepcion conchita
consuelo cristian cristina cristobal cruz cuauhtemoc cynthia dagoberto dalia damian daniel daniela dario david delfina
delfino delia diana diego dolores domingo dora doroteo edgar edith edmundo eduardo efrain elba eleazar elena eleuterio
elias elida elisa elizabeth eloy elsa elva elvia elvira ema emanuel emilia emiliano emilio emma enrique enriqueta
epifanio erasmo eric erica erick erika ernestina ernesto esmeralda esperanza esteban estela esther eugenia eugenio eulalia
eva evangelina evelia everardo ezequiel fabian fabiola faustino federico felicia feliciano felicitas felipa felipe felix fermin
fernando fidel filiberto flor florencia florencio francisca francisco gabriel gabriela genaro genoveva gerardo german
gilberto gilda gisela glafira gloria gonzalo graciela gregoria gregorio griselda guadalupe guillermina guillermo gumaro
gustavo hector heriberto hermelinda herlinda hilario hilda horacio hortencia hugo humberto ignacia ignacio ildefonso imelda
ines irene iris irma isaac isabel isaias isela isidro ismael israel ivan ivette ivonne jacinto jacobo jaime janet javier
jenny jeronimo jessica jesus jesusa joaquin joel jorge jose josefa josefina josue juan juana juanita judith julia
julian juliana julieta julio justino karina karla laura lazaro leandro leobardo leon leonardo leonel leonor leopoldo
leticia lidia lilia liliana lilian lizbeth lorena lorenza lorenzo lourdes lucas lucia luciano lucila lucio luis luisa lupe
luz ma macario magdalena magali manuel manuela marcela marcelino marcelo marco marcos margarita maria mariana
mariano maribel maricela maricruz mario marisela marisol marlene marta martha martin martina mateo matilde mauricio mauro
maximino mayra melchor mercedes micaela miguel minerva miriam misael modesto moises monica natalia natividad
nayeli nelida nelly nestor nicolas nicolasa noe noel noemi nora norberto norma ofelia olga oliverio olivia omar
ofelia oralia oscar osvaldo otilia pablo paco paloma pancho pascual patricia patricio paula paulina paz pedro pepe petra
pilar porfirio primitivo rafael rafaela ramiro ramon ramona raquel raul raymundo rebeca refugio regina reina reinaldo rene reynaldo
ricardo rigoberto rita roberto rocio rodolfo rodrigo rogelio roman romualdo ronaldo rosa rosalba rosalia rosalinda
rosalio rosalva rosario rosaura rosendo roxana ruben rufino ruth sabina sabino salomon salvador samuel sandra santa santiago
santos sara saturnino saul sebastian senaida sergio severiano silvestre silvia silverio simon socorro sofia sonia sulema
susana sylvia tania telma teodora teodoro teresa tereso tiburcio timoteo tobias tomas toribio trinidad ulises
urbano uriel ursula valentin valentina valeria vanessa vania venancio veronica vicenta vicente victor victoria
victoriano vidal vilma vilma virginia virgilio viviana walter wendy wilfredo xavier xochitl yadira yesenia yolanda
zacarias zenaida zoila zulema delia nacho beto memo tono chela lalo quique kike concha rigo estella
hernan german ivan lupita chuyita mariaguadalupe itzel citlali yareli nancy dolly leonila rufina eleazar ezequias eliseo feliz eulogia crispin crescencio fortino gonzala hilda hipolito inocencio jovita ladislao leocadio margarito marcelina narciso nazario odilon pantaleon ponciano procopio prudencio quirino regino remedios rosina ruperto sabas sotero tranquilino ubaldo vicenta wenceslao zeferino lucila lucero mireya nereida ofelia paulino raymunda
adelfo alondra ambrosio anaberta aniceto apolinar apolonio arcadio arcelia arely aristeo artemio asuncion
azucena baltazar baudelio benigno betsabe bonifacio candido carmelita casimiro cayetano cesareo cirilo
cleotilde columba cornelio cosme cruzita dagoberta damaso demetrio dionicio dionisio edelmira eduarda efren
eladio eleno eligio elodia elvis encarnacion enedina erendira esmerejildo eufemia eusebio eustolia evaristo
fabiana fabricio fausto fidelia fidencio flora florentino fulgencio gaudencio georgina gilberta giovanni
graciano hermenegildo herminia herminio higinio humbertina idalia inez isabela isidoro iliana jair janeth
jareth jessenia joaquina jonas josefino juancho juventino lauro leobarda leopoldina leovardo librado liborio
lucrecia ludivina macrina maira manolo marcial mardoqueo marina maritza marlen maura maximiliano melecio
melquiades mirella mirna mirta nallely nemesio nicanor nidia noelia odalys odilia olegario onesimo orlando
otoniel pascuala patrocinio pompeyo porfiria presiliano raimundo remigio reymundo rodolfa rosamaria roselia
rosio rosita sandro sarahi serafin servando severo sigifrido silvano silviano siria tadeo telesforo teofilo
tito victorino wilber wilmer yanet yaneth yazmin yolotzin yuridia zaira zenon zoraida eufrosina estanislao
evangelino epigmenio erminia fermina hilaria amador amalio anacleto chucho pancha panchita chencho nando
moncho goyo tavo tencha lencho licha lety chelo lola lolita mague maguey meche poncho pili quico ramoncito
tacho tita tere teto tonio yoli juanito carlitos miguelito luisito josecito pedrito rosaelena joseluis
juanmanuel josemaria mariadejesus anamaria fernanda elizabet elisabet jaqueline johana joana`);

/** Given names of English usage, and names of both. */
const otherGivenNames = wordSet(`
aaron adam aisha alan albert alexander alfred alice alicia allen alvin amber amy andre andrew angelo ann anna anne annette
annie anthony antoine antwan april arlene arnold arthur ashley barbara barry becky ben bernard bernice bessie beth betty
beverly bill billy bob bobby bonnie brad bradley brandon brandy brian bruce bryan calvin cameron carl carla carol
caroline carolyn catherine cathy cedric chad charlene charles charlie charlotte cheryl chris christian christina
christine christopher christy cindy clarence claude clayton clifford clyde cody connie corey courtney craig crystal
curtis dale damon dan dana danny darlene darnell darrell darren darryl daryl dave dawn dean deandre deborah debra denise
dennis derek derrick deshawn desmond devin diane dominique don donald donna dorothy doug douglas duane dustin dwayne dwight
earl eddie edna edward edwin eileen elaine eleanor ellen elmer emily erin ernest ethel eugene evelyn florence floyd
frances francis frank fred freddie frederick gail gary gene george gerald gertrude gilbert gina gladys glenn glen
gordon grace greg gregory gwendolyn harold harry harvey heather helen henry herbert herman holly howard irving jack
jackie jacob jacqueline jamal jamar jamie james jane janice jason jay jean jeanette jeff jeffery jeffrey jennifer jeremiah
jeremy jermaine jerome jerry jesse jessie jill jim jimmie jimmy jo joan joann joanne joe john johnny johnnie jon jonathan
jordan joseph joshua joy joyce juanita jody judy justin karen katherine kathleen kathryn kathy katie keisha keith kelly
ken kendra kenneth kenny kevin kim kimberly kirk kristen kristin kurt kyle lakisha lamar lamont lance larry lashawn latasha latisha
latonya latoya lauren laurie lawrence leah lee leo leon leonard leroy leslie lester lewis linda lillian lisa lloyd lois lonnie loretta
lori lorraine louis louise lucille lucy luther lynn mabel mack malcolm malik marc marcia marcus margaret marie marilyn marion marjorie
mark marlon marquis marsha marshall marvin mary mathew matt matthew maurice max megan melanie melinda melissa melvin
michael michele michelle mike mildred milton mitchell molly monique morris myrtle nancy naomi natalie nathan nathaniel
neil nicholas nicole nina norman otis pamela patrick patsy paul pauline peggy penny percy perry peter phil philip phillip phyllis
quincy rachel ralph randall randy ray raymond rebecca regina reginald renee rhonda richard rick ricky rob robert robin
rochelle rodney roger roland ron ronald ronnie roosevelt rosa rose roy ruby russell ryan sally sam samantha sandy sean
seth shane shanice shannon sharon shaun shawn sheila shelly sherri sherry shirley sidney stacy stanley stella stephanie stephen steve
steven stuart sue susan suzanne tamara tamika tammy tanya tara ted terrance terrell terrence terri terry thelma theodore
theresa thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis trevor tyler tyrone vera vernon veronica
vicki victor vincent viola vivian wade walter wanda warren wayne wesley wilbur will willard william willie yolanda yvette yvonne
nuno begona eduwiges yessica jazmin brayan kevyn anahi dulce perla estefania luzmaria mariaelena juancarlos
ada adele adrienne agnes alana alec alexandra alfreda ali alison alisha alissa allan alonzo alphonso althea
alton alyssa amir anastasia andy angie antione ara aram arash archie arlo armand armen arman armine arpi
artavazd ashot aubrey audrey august augustus ava aylin barbie barney barrett bart beatrice bella benny bev
bianca billie blake blanche boris brady brendan brent brett briana brianna bridget brittany brooke bryce
bryant buddy burt byron caleb candace candice cara carey carlton carrie carson carter casey cassandra cassie
cecil cedrick celeste chandra chante chantel charmaine chase chauncey cherie cherise chester chloe chong chuck
ciara claire clarissa clark clay cleo cleveland clifton clint clinton clive colin colleen conrad constance
cora corinne cornelius corrine cory curt cyrus daisy damien damion dandre dane danielle dante daphne daquan
darin darius darla darrel darrick darwin davina davon dayna deangelo deann debbie debora deena deidre deion
delbert della delores delroy demarco demarcus demetri demetrius demond denis denny denzel deon derick deron
derrell devante devon dewayne dewey dexter deja dianne dick dillon dina dion dionne dixie domenic dominic
dominick donavan donnell donnie donovan doreen doris dorian dorothea doyle drew duke duncan dusty dwan dyan
ebony eddy edmond effie ehsan eli elijah elise eliza ella elliot elliott ellis elmo eloise elsie elton elvin
emil emmett erik ernestine errol ethan eunice evan eve everett ezekiel ezra farid fatima fay faye fern
ferdinand forrest foster fran frankie franklin fredric frieda gabe galen garland garrett garry gavin gayle
gena genevieve geoffrey georgia geraldine geri gerard germaine gerry ghassan gia ginger gino giselle glenda
gracie graham greta gretchen grover gus gwen hagop haig hailey hakop hal hank hanna hannah harlan harley
harout harriet harrison hasan hassan hattie hayley hazel heidi henrietta hilary hiram homer horace hovannes
hovik howie hubert huey hugh hung huong hussein hyun ian ibrahim ida ike ileana ilene imani ina inga ingrid
ira isaiah ismail ivy izzy jabari jaclyn jaden jada jaimie jake jalen jamaal jamel jan janelle janine jared
jaren jarrod jarvis jasmin jasmine jasper javon jaylen jayson jazmine jeannie jeannine jed jenna jennie jess
jewel jillian jimmi jin jocelyn jodi joey johanna johnathan johnathon jolene jonah joni jordyn josephine josh
josiah josie judah judd jude judi jules julianne julie juliet julius justine kaitlyn kali kamal kamila kara
kareem karl karo karyn kasey kate katelyn kathrine katrina kay kayla keenan kelley kelli kellie kelsey kelvin
kendall kendrick kenji kenya kenyatta kermit kerry kevork khalid khalil kiara kiesha kiki kip kirsten kitty
kobe kofi kris krista kristi kristie kristina kristine kristopher kristy krystal kwame lacey ladonna laila
lakeisha lana laney lanny laquan lara larissa lashonda lasonya latanya latarsha latonia latrice latrell lauri
lavar laverne lavonne leandra leann leeann leila leilani lela leland lena lenny lenora leona leonora lesa
lesley leta levi levon lex lexi lia liam liana lila lillie lily lina lincoln lindsay lindsey linh linnea
linwood lionel liz liza lizzie logan lon loni lora lorna lorne lottie lou luanne lucinda luke lula lydia lyle
lynda lynette lynne lynnette mackenzie maddie madeline mae maggie mahmoud mandy manny mara marcella marcel
margie margo marguerite mari mariah marian marianne mariam marisa marissa marko marla marques marquez marquise
matilda mattie maureen mavis maxine maya mckenzie mehdi mel melba melina mellissa melodie melody merle mia
micah micheal mickey mihran mikayla milagros miles millard millicent millie milo mindy minh minnie miranda
missy misty mitch mitchel mitzi mohamed mohammad mohammed moe moira mona monte monty moses moshe muhammad
muriel myles myra myron nadia nadine nanette nareg narek natasha nate nazareth ned nehemiah nelson neville
nichole nick nicki nickolas nicky niki nikita nikki nikola nita noah nolan noreen norris nubia odell olen
olive oliver ollie ophelia ora oren orville osman oswald otto owen paige pam parker pascal patrice patti patty
paulette pearl pearlie percival pete petros philippe phoebe phuong pierre polly prentice preston priscilla
quan quentin quinn quinton rachael rae rafi raheem randal randi rasheed rashad raven raymon reba rebekah reese
reggie reid reuben rex reynold rhoda richie rickey rico riley robbie roberta robyn rocco rocky rod roderick
rolando romeo rommel rona ronda roni ronny rory rosalie rosalind rosalyn rosanna rosanne roscoe rosemarie
rosemary rosetta rosie roslyn roxanne royce rubin rudolph rudy rufus rupert rusty ruthie sabrina sadie saeed
sako sal salvatore sammie sammy samson sandi sanjay santino sarkis sasha savannah scot scotty selena selina
selma serena serge sergei sevak shad shakira shamar shameka shana shaneka shania shaniqua shanna shanta
shantel shaquille sharen shari sharlene sharonda shauna shavon shawna shay shayla shayne shea sheena shelby
sheldon shelia shelley sheree sheri sherman sherrie sherwin sheryl shiela shirlene shondra shonda shonte sid
siena silas simone smbat solomon sondra sonja sonny sonya sophia sophie spencer stan stacey staci stacie
starla stefan stefanie stephan stephany stephon sterling steward stewart stu susanna susannah susie suzan
suzette suzie sybil sydney syed sylvester tabitha tad takisha talia talin tameka tamela tami tamia tamra
tamyra tanesha taneisha tanisha tanner tariq taryn tasha tatiana tatyana tavon taya taylor teddy tedd terence
teri terrie terrill tess tessa thad thaddeus thanh theo theodora theron thomasina thuy tia tiana tiara tierra
tigran timmy tisha toby toccara tomika tommie tonia tonja tonya torrance tory toya tracey traci tracie trang
travon trent trenton tresa tressa trey tricia trina trish trisha trista tristan troy trudy tucker ty tyesha
tyra tyree tyreek tyrell tyron tyson ulysses uriah vahan vahe val valarie valerie vance vanna vaughn velma
verna vernell vic vicky vince violet virgil vito vivek vladimir wallace wally walt walton wendell wendi wes
weston whitney wilfred wilhelmina willa willis wilma wilson winifred winnie winston winton woodrow xiomara
yasmin yervand yetta yoko yoshi yuri yusuf zachary zach zack zane zaven zelda zelma zena zoe zoltan darnella
demario devonte dontae donte ebonie gevork grigor hrant jarrell jovan kadeem karapet keon keyshawn kwan
lavelle lavon levar marquita meline montel nerses nishan nairi onik rashida raymone roshawn shant sirun stepan
tamar tayshaun tevin travell vartan vazgen vrej zohrab arnel benedicto bernadette cezar danilo ferdie jovencio
lito marites mylene nenita noli reynato rodel rolly rowena teresita anh binh chau cuong dao duc giang hanh
hieu hoa hoang huy khanh kiet loan nga ngoc nhung phong phuc quang quoc quyen thao tien toan trinh trung tuan
tung tuyen uyen vinh xuan yen akira hiroshi kenta keiko mariko michiko naoko satoshi takashi yuki yumi jae
joon soo sung hee kyung seung ming xiao ying feng qiang`);

export const givenNames: ReadonlySet<string> = new Set([...spanishGivenNames, ...otherGivenNames]);
