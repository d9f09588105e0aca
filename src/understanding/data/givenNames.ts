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
hernan german ivan lupita chuyita mariaguadalupe itzel citlali yareli nancy dolly leonila rufina eleazar ezequias eliseo feliz eulogia crispin crescencio fortino gonzala hilda hipolito inocencio jovita ladislao leocadio margarito marcelina narciso nazario odilon pantaleon ponciano procopio prudencio quirino regino remedios rosina ruperto sabas sotero tranquilino ubaldo vicenta wenceslao zeferino lucila lucero mireya nereida ofelia paulino raymunda`);

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
nuno begona eduwiges yessica jazmin brayan kevyn anahi dulce perla estefania luzmaria mariaelena juancarlos`);

export const givenNames: ReadonlySet<string> = new Set([...spanishGivenNames, ...otherGivenNames]);
