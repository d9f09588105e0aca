/**
 * English given names and the short, pet and abbreviated forms they go by in the United States.
 * One line a formal name; a form may stand under several. Folded spelling.
 */
export const english = `
abigail: abby abbie gail
abraham: abe bram
adelaide: addie ada heidi
adrienne: adri
agnes: aggie nessie
albert: al bert albie
alexander: alex al sandy xander zander lex alec
alexandra: alex sandra sandy alexa lexi lexie ali allie
alfred: al fred alf alfie freddie freddy
alice: allie ally ali
allen: al alan allan
allison: allie ally ali alison
alonzo: lonnie lon al zo
alvin: al vin
amanda: mandy manda
andrea: andie andi drea
andrew: andy drew andre
angela: angie ang
anita: nita
anna: ann anne annie nan hannah
anthony: tony ant toni
antoinette: toni netta nettie
archibald: archie arch
arnold: arnie
arthur: art artie
augustus: gus august augie
barbara: barb barbie babs bobbie
barnabas: barney
bartholomew: bart
beatrice: bea trixie bee
benjamin: ben benny bennie benji benj
bernadette: bernie
bernard: bernie barney
bertha: bertie
beverly: bev
bradley: brad
brandon: bran
brenda: bren
brian: bri bryan
bridget: biddy
calvin: cal vin
cameron: cam
carl: karl
carol: carrie carole carolyn
caroline: carrie carol lina caro
carolyn: carol lyn carrie
cassandra: cassie cass sandy sandra
catherine: cathy kathy kate katie cat kit kitty cate katherine kathryn cathryn katharine kay
cecilia: cece cissy celia
charles: charlie chuck chas chip chaz charley chuckie
charlotte: charlie lottie char
chester: chet
christian: chris
christina: chris tina christy chrissy christie kristina kris crissy
christine: chris tina christy chrissy christie kris kristine
christopher: chris topher kit kris christoph
clarence: clare
clayton: clay
clifford: cliff
clifton: cliff
clinton: clint
constance: connie
corey: cory
cornelius: neil neal con
courtney: court
crystal: chrissy krystal
curtis: curt kurt
cynthia: cindy cyndi cyndy cindi
daniel: dan danny danl dannie
danielle: dani danni
darlene: darla
darrell: darryl daryl darrel
darren: darrin daren
david: dave davey davy davie
deborah: deb debbie debby debra debi
delbert: del bert
delores: dee lola dolores
demetrius: meech demetri
dennis: denny den
derek: derrick rick
desmond: des dez
dewayne: duane dwayne
diana: di diane dee
dominic: dom nick
donald: don donnie donny
dorothy: dot dottie dolly dora
douglas: doug dougie
earl: earle
ebenezer: eb
edgar: ed eddie
edith: edie
edmund: ed eddie ned
edward: ed eddie eddy ned ted teddy edw
edwin: ed eddie ned
eleanor: ellie nell nora elly
elijah: eli lige
elizabeth: liz beth betty lizzie betsy eliza bess bessie libby elisabeth liza
ellen: ellie nell
elmer: al
emanuel: manny
emily: em emmy millie
eric: erik rick
ernest: ernie
ernestine: ernie tina
esther: essie
ethel: eth
eugene: gene
evelyn: eve evie ev lynn
everett: ev
ezekiel: zeke
florence: flo flossie
frances: fran frannie fanny francie
francis: frank fran frankie
franklin: frank frankie
frederick: fred freddie freddy rick fredrick fredric
gabriel: gabe
gail: gayle
garrett: gary
gary: garry
genevieve: gen jenny ginny
geoffrey: geoff jeff
george: geo georgie
gerald: jerry gerry
geraldine: gerry jerri
gertrude: trudy gert gertie
gilbert: gil bert
glenn: glen
gloria: glo
gordon: gordy
grace: gracie
gregory: greg gregg
gwendolyn: gwen wendy
harold: hal harry
harriet: hattie
harrison: harry
harvey: harv
helen: nell nellie lena
henrietta: hetty etta
henry: hank harry hal
herbert: herb bert herbie
herman: herm
howard: howie
hubert: hugh bert
irene: reenie
irvin: irv
isaac: ike zac
isaiah: ike zay
isabel: izzy bella belle isabelle isabella
jacob: jake jay
jacqueline: jackie jacky jacquelyn jaclyn
jamal: mal
james: jim jimmy jamie jas jimmie jem
jane: janie jenny
janet: jan
janice: jan
jason: jay jase
jeanette: jean nettie
jeffrey: jeff jeffery
jennifer: jen jenny jenn jennie
jeremiah: jerry jeremy
jeremy: jerry
jerome: jerry
jessica: jess jessie
jesse: jess
joan: joanie
joann: jo
joel: joe
john: johnny jack jon johnnie jno
jonathan: jon johnny jonny
jordan: jordy
joseph: joe joey jos jo
josephine: jo josie
joshua: josh
judith: judy judi
julia: julie jules
julian: jules
julius: jules
justin: jus
karen: kari
kathleen: kathy kate katie kay
keith: keeth
kelvin: kel
kenneth: ken kenny
kimberly: kim kimmy kimberley
kristen: kris kristy
lamont: monte
laquisha: quisha
larry: lawrence
latasha: tasha
latisha: tisha
latonya: tonya
laura: laurie lori
lauren: laurie
lavern: vern
lawrence: larry laurence lorenzo lars
leander: lee
leonard: len lenny leo lennie
leroy: lee roy
leslie: les lesley
lester: les
lewis: lew louis lou
lillian: lil lilly lily
linda: lin lindy
lorraine: lori rainey
louis: lou louie
louise: lou lulu
lucille: lucy lu
lucinda: lucy cindy
lynette: lynn nettie
mabel: mae
mackenzie: mac
madeline: maddie
malcolm: mal
marcus: marc mark
margaret: maggie meg peggy marge margie greta rita peg madge meggie
marianne: mary anne
marilyn: mary
marion: mary
marjorie: marge margie
mark: marc
martha: marty mattie
martin: marty
marvin: marv
mary: molly polly mae mamie marie
matilda: tilly mattie
matthew: matt matty mathew
maureen: mo
maurice: mo moe maury
maxine: max
maxwell: max
megan: meg
melanie: mel
melinda: mel mindy
melissa: mel missy lissa
melvin: mel vin
michael: mike mick mickey mikey mitch micheal mikal
michelle: shelly missy micky chelle shelley
mildred: millie
milton: milt
miranda: randy mandy
mitchell: mitch
monica: mona
morris: mo moe
muhammad: mohammed mohammad mohamed muhammed mo
nancy: nan
natalie: nat
natasha: tasha
nathan: nate nat
nathaniel: nate nat nathan
nelson: nel
nicholas: nick nicky nicolas nico
nicole: nikki nicki nicky
norman: norm
oliver: ollie
oscar: ozzie
otis: oats
pamela: pam
patricia: pat patty trish patti tricia trisha
patrick: pat paddy rick
paul: pauly paulie
paula: polly
pauline: polly paula
penelope: penny
percival: percy
peter: pete petey
philip: phil phillip
phyllis: phyl
priscilla: cilla prissy
quentin: quint
rachel: rae
ralph: ralphie
randall: randy rand
randolph: randy
raymond: ray
rebecca: becky becca beck
reginald: reggie reg
rhonda: ronnie
richard: rick dick rich ricky rickey richie ritchie
robert: bob rob bobby robbie bert robt robby bobbie
roberta: bobbie robbie
roderick: rod roddy rick
rodney: rod
roger: rodge rodger
roland: rollie
ronald: ron ronnie ronny
roosevelt: rosie
rosemary: rose rosie
rosalind: roz
rudolph: rudy
russell: russ rusty
ruth: ruthie
samantha: sam sammie
samuel: sam sammy saml
sandra: sandy sandi
sarah: sally sadie sara
sean: shawn shaun
sebastian: seb
seymour: sy
shannon: shan
sharon: shari sherry
sheila: shelly
shelton: shel
shirley: shirl
sidney: sid
solomon: sol
sophia: sophie sofia
spencer: spence
stacy: stacey
stanley: stan
stephanie: steph stephie stefanie
stephen: steve stevie steph steven
stewart: stu stuart
susan: sue susie suzy suzie sukie
suzanne: sue suzy
sylvester: sly
sylvia: syl
tamara: tammy
tasha: tash
teresa: terry tess theresa tessa terri therese
terrence: terry terence terrance
thaddeus: thad tad
theodore: ted teddy theo
theresa: terry tess terri tessa
thomas: tom tommy thos thom
timothy: tim timmy
tobias: toby
tracy: tracey
travis: trav
tremaine: tre
tyrone: ty
ulysses: lyss
valerie: val
vanessa: nessa
vernon: vern
veronica: ronnie roni
victor: vic
victoria: vicky vickie vicki tori
vincent: vince vinny vin
viola: vi
virginia: ginny ginger virgie
vivian: viv
walter: walt wally
wanda: wendy
warren: ren
wesley: wes
wilbert: will bert
wilfred: will fred
william: bill will billy willie wm willy bil liam
winifred: winnie
winston: win
yolanda: yoli landa
yvonne: von
zachary: zach zack zac
`;
