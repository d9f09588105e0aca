/**
 * Given names without pet forms of their own, known so that two names a letter apart (Daniel and Daniela, Dana
 * and Dina) are taken for two people's, even where a list is too small to say so. Folded spelling.
 */
export const others = `
aaron abril adela adelita adolph adriana aida alan alana alba alberta alejandrina alexia alexis alfonsa alfreda
alicia alina alisa alma alondra alvina alyssa amber amy andre anika anselma antoine apolonia april ariana ariel
arlene armanda ashley ashton asia audrey augustina aurelia autumn ava aydin azucena barry belinda bella berenice
bertram blake bobbie bonnie boris brianna bruce bruno bryce byron caleb carina carla carlo carmelita carmelo carson
casey cedric celeste celestina celine cesaria chad chance chandra chase chelsea cheryl chloe cinthia clara claudia
claudio clementina cole colin conrad cora corina cruz dale dalia dallas damaris damian damon dana daniela danilo
dante daria darius darnell dawn dean deandre deanna debbie dedra deja delfina delia delilah delmar demetria denise
dennise deon deshawn devin devon diego dina dino dion dionne dolly domenica dominique donna donnell dora doreen
doris doyle drew dulce dustin dwight dylan earnest ebony edgardo edna eileen elaine elbert elda eleazar elena elisa
elisabeta elisha eloy elsa elva emma enoch enrica erica erick ericka erika erin ernestina esequiel esmeralda
estella ester estevan ethan etta eugenia eunice eva evan evangelista ezra fabian fabio fatima faustina fay felicia
felicity fermin fernanda flavio flor flora floyd forrest frida gabriela gavin gena genaro gerardina gina ginger
giovanni giselle gladys glenda gordo grant griselda grover guido gwen hailey haley hans harlan harley hassan hazel
heath heather hector heidi helena herlinda hilda hiram hope horace hugo ian ibrahim ida ilda ilene ilse imani inez
ingrid ira irma irving isa isela isis issac ivan ivette ivy jace jada jade jaime jalen jamar jamie jana janae
janelle janine jared jasmin jasmine javon jay jayden jaylen jazmin jean jeanine jedidiah jeri jermaine jesica
jesusita jill jillian joanna joaquina joel johana jolene jorden josefa josias josie josue joy joyce juana juanita
judson juliana julieta julio julisa june kara karim karina karla karma kasey katrina kayla keisha kelly kendall
kendra kendrick kent kermit kerry keyla khalil kira kirk kristian kurt kyla kyle lacey lamar lana lance landon lara
latoya laverne leah leana leandra leandro lee leia leila lela leland lena leo leon leona leonarda leonor leonora
leroy lesly leta lida lila lilia liliana lina lisa lisette livia lloyd logan lois lola loraine lorena loretta lucas
lucero lucian luciana lucila lucina luisa luke lupe luther lydia lyle lynn mabel maira maite malia malik mara
marcela marcelina marcella marcia marcos margot mari mariah mariam mariana mariano maribel maricela mariela marina
mario marion marisa marisela marisol maritza marla marlene marlon marquis marta martina mason mateo matilda maura
maurilio mauro maya melba mercedes meredith mia micaela micah miguelina mina minerva mireya miriam misael misty
mohamad moira molly monique monroe montgomery morgan muriel myra myrna myron nadia nadine naomi narciso natalia
neal nelda nelida nellie nelly nelson neva noah noe noel noelia noemi nora norma octavia odell ofelia olga olive
olivia omar orlando orville osvaldo otilia otto owen pablo paige paloma paolo paris perla perry petra piedad porter
precious preston prince quincy quinton rafaela ramira ramona raquel rashad raven reba reed regina reina rena rene
renee reyna reynaldo rhett ricarda rigoberta rita river roberta robin rocio rocky rodger rodolfa rogelia rolando
roma romeo ronda rosa rosalba rosana rosaura rosella rosetta roxana roxanne roy rubi ruby rufus ruth ryan sabina
sabrina salma salome salvadora sandro santa santana santina santos sara sasha saul savannah selena serena sergia
shana shane shania shanice shanna sharla shaun shauna sheila shelby sheldon shelia sherman sherri sheryl sidney
silas silverio silvio sonia sonya stella summer sylvester tabitha talia tamika tamra tania tanisha tanya tara taryn
tatiana taylor tera terrell tessa thelma tia tiana tiara tiffany tina todd tomasa toni tonya tracey trent trevor
trey trina tristan troy tyler tyra tyrell uriel ursula valentina vera verna vicente vilma violeta virgil virgilio
virginia wade waldo wayne wendell wendy wilfredo willa willard willis wilma wilson xavier ximena yadira yahir
yasmin yazmin yesenia yolanda yuri yuridia yvette zaire zoe zoila zulema
`;
