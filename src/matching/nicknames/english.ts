/**
 * English given names and the short, pet and abbreviated forms they go by in the United States.
 * One line a formal name; a form may stand under several. Folded spelling.
 */
export const english = `
aaron: ron ronnie
abigail: abby abbie gail
abraham: abe bram ab
adelaide: addie ada heidi
adrienne: adri
agnes: aggie nessie
albert: al bert albie
alexander: alex al sandy xander zander lex alec
alexandra: alex sandra sandy alexa lexi lexie ali allie
alfred: al fred alf alfie freddie freddy
alice: allie ally ali
alicia: lisa elsie
allen: al alan allan
allison: allie ally ali alison
alonzo: lonnie lon al zo
alvin: al vin
amanda: mandy manda
andrea: andie andi drea andy
andrew: andy drew andre randy
angela: angie ang angel
angelica: angel angie
anita: nita
anna: ann anne annie nan hannah
anthony: tony ant toni
antoinette: toni netta nettie ann tony
archibald: archie arch
arnold: arnie
arthur: art artie
augustus: gus august augie austin
barbara: barb barbie babs bobbie
barnabas: barney
bartholomew: bart bartel
beatrice: bea trixie bee trisha
benjamin: ben benny bennie benji benj
bernadette: bernie
bernard: bernie barney berny
bertha: bertie bert birdie
beverly: bev
bradley: brad
brandon: bran
brenda: bren
brian: bri bryan
bridget: biddy
calvin: cal vin
cameron: cam
candace: candy candi
carl: karl
carol: carrie carole carolyn lynn kari
caroline: carrie carol lina caro carole cassie lynn
carolyn: carol lyn carrie lynn cassie
cassandra: cassie cass sandy sandra
catherine: cathy kathy kate katie cat kit kitty cate katherine kathryn cathryn katharine kay kittie lena trina cassie casey
cecilia: cece cissy celia
cedric: rick ricky ced
charles: charlie chuck chas chip chaz charley chuckie
charlotte: charlie lottie char lotta sherry
chester: chet
christian: chris kit
christina: chris tina christy chrissy christie kristina kris crissy kristy kristin
christine: chris tina christy chrissy christie kris kristine kristy crissy
christopher: chris topher kit kris christoph
clarence: clare clair
clayton: clay
clifford: cliff
clifton: cliff
clinton: clint
constance: connie
corey: cory coco
cornelius: neil neal con
courtney: court
crystal: chrissy krystal chris
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
derek: derrick rick ricky eric
desmond: des dez
dewayne: duane dwayne
diana: di diane dee
diane: didi di dee
dominic: dom nick
donald: don donnie donny
dorothy: dot dottie dolly dora dotty
douglas: doug dougie
earl: earle
ebenezer: eb
edgar: ed eddie eddy
edith: edie
edmund: ed eddie ned eddy ted
edward: ed eddie eddy ned ted teddy edw
edwin: ed eddie ned eddy win
eleanor: ellie nell nora elly ellen elaine nelly
elijah: eli lige
elizabeth: liz beth betty lizzie betsy eliza bess bessie libby elisabeth liza lisa lizzy
ellen: ellie nell nellie
elmer: al
emanuel: manny
emily: em emmy millie emma
eric: erik rick ricky
ernest: ernie
ernestine: ernie tina
esther: essie
ethel: eth
eugene: gene
evelyn: eve evie ev lynn
everett: ev
ezekiel: zeke
florence: flo flossie
frances: fran frannie fanny francie frankie cissy
francis: frank fran frankie
franklin: frank frankie fran
frederick: fred freddie freddy rick fredrick fredric derick fritz ricky
gabriel: gabe gabby
gail: gayle
garrett: gary garry
gary: garry
genevieve: gen jenny ginny eve jean
geoffrey: geoff jeff
george: geo georgie
gerald: jerry gerry
geraldine: gerry jerri dina
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
heather: hetty
helen: nell nellie lena ella ellie
henrietta: hetty etta nettie
henry: hank harry hal
herbert: herb bert herbie
herman: herm
howard: howie
hubert: hugh bert
ian: john
irene: reenie rena
irvin: irv
isaac: ike zac zeke
isabel: izzy bella belle isabelle isabella
isaiah: ike zay
jacob: jake jay
jacqueline: jackie jacky jacquelyn jaclyn jacqui
jamal: mal
james: jim jimmy jamie jas jimmie jem
jane: janie jenny jennie jessie
janet: jan
janice: jan
jason: jay jase
jeanette: jean nettie
jeffrey: jeff jeffery geoff
jennifer: jen jenny jenn jennie
jeremiah: jerry jeremy
jeremy: jerry
jerome: jerry
jesse: jess
jessica: jess jessie
joan: joanie jo
joann: jo
joel: joe
john: johnny jack jon johnnie jno jonnie jonny
jonathan: jon johnny jonny jonnie
jordan: jordy
joseph: joe joey jos jo
josephine: jo josie jody josey fina
joshua: josh joe
judith: judy judi
julia: julie jules
julian: jules
julius: jules
justin: jus
karen: kari
kathleen: kathy kate katie kay cathy kit cassie
keith: keeth
kelvin: kel
kenneth: ken kenny kenn
kimberly: kim kimmy kimberley
kristen: kris kristy chris
lamont: monte
laquisha: quisha
larry: lawrence
latasha: tasha
latisha: tisha
latonya: tonya
laura: laurie lori
lauren: laurie
lavern: vern
lawrence: larry laurence lorenzo lars lon lonnie lonny
leander: lee
leon: lee
leonard: len lenny leo lennie leon
leroy: lee roy
leslie: les lesley
lester: les
lewis: lew louis lou
lillian: lil lilly lily
linda: lin lindy lynn
lisa: liz
lorraine: lori rainey
louis: lou louie
louise: lou lulu
lucille: lucy lu
lucinda: lucy cindy
lynette: lynn nettie
mabel: mae
mackenzie: mac kenzie kenzy
madeline: maddie maddy maggie
malcolm: mal mac
marcus: marc mark
margaret: maggie meg peggy marge margie greta rita peg madge meggie daisy maisie megan metta
marianne: mary anne
marilyn: mary
marion: mary
marjorie: marge margie
mark: marc
martha: marty mattie patty mat
martin: marty
marvin: marv
mary: molly polly mae mamie marie
matilda: tilly mattie
matthew: matt matty mathew mattie
maureen: mo
maurice: mo moe maury morey
maxine: max
maxwell: max
megan: meg
melanie: mel
melinda: mel mindy linda lindy lynn
melissa: mel missy lissa
melvin: mel vin
michael: mike mick mickey mikey mitch micheal mikal micky micah
michelle: shelly missy micky chelle shelley mickey shellie
mildred: millie milly
milton: milt
miranda: randy mandy
mitchell: mitch
monica: mona monnie
morris: mo moe
muhammad: mohammed mohammad mohamed muhammed mo
nancy: nan
natalie: nat natty nettie
natasha: tasha
nathan: nate nat
nathaniel: nate nat nathan natty
nelson: nel
nicholas: nick nicky nicolas nico nickie
nicole: nikki nicki nicky cole nickie
norman: norm
oliver: ollie
orlando: roland
oscar: ozzie
otis: oats
pamela: pam
patricia: pat patty trish patti tricia trisha
patrick: pat paddy rick patsy
paul: pauly paulie
paula: polly
pauline: polly paula
penelope: penny
percival: percy
peter: pete petey
philip: phil phillip pip
phyllis: phyl
priscilla: cilla prissy cissy
quentin: quint
rachel: rae
ralph: ralphie
randall: randy rand
randolph: randy dolph
raymond: ray
rebecca: becky becca beck reba
regina: gina reggie
reginald: reggie reg naldo renny
rhonda: ronnie
richard: rick dick rich ricky rickey richie ritchie dickie
robert: bob rob bobby robbie bert robt robby bobbie
roberta: bobbie robbie bert bertie
roderick: rod roddy rick
rodger: roge rodge
rodney: rod
roger: rodge rodger rod
roland: rollie rollo
ronald: ron ronnie ronny naldo
roosevelt: rosie
rosalind: roz
rosemary: rose rosie mary
rudolph: rudy
russell: russ rusty
ruth: ruthie
ryan: ry
samantha: sam sammie sammy
samuel: sam sammy saml
sandra: sandy sandi
sarah: sally sadie sara
scott: scotty scottie
sean: shawn shaun
sebastian: seb sebby
seymour: sy
shannon: shan
sharon: shari sherry shay
sheila: shelly
shelton: shel shelly
shirley: shirl lee sherry
sidney: sid
solomon: sol
sophia: sophie sofia
spencer: spence
stacy: stacey
stanley: stan
stephanie: steph stephie stefanie annie steffi stevie
stephen: steve stevie steph steven
stewart: stu stuart
susan: sue susie suzy suzie sukie sukey
suzanne: sue suzy susie suki
sylvester: sly si sy vester
sylvia: syl
tamara: tammy
tasha: tash
teresa: terry tess theresa tessa terri therese
terrence: terry terence terrance
thaddeus: thad tad
theodore: ted teddy theo
theresa: terry tess terri tessa tessie tracy tracie
thomas: tom tommy thos thom
timothy: tim timmy
tobias: toby
tracy: tracey
travis: trav
tremaine: tre
tyrone: ty
ulysses: lyss
valerie: val
vanessa: nessa vanna
vernon: vern
veronica: ronnie roni ron ronna
victor: vic
victoria: vicky vickie vicki tori vic torrie
vincent: vince vinny vin vic vinnie
viola: vi
virginia: ginny ginger virgie jennie
vivian: viv vi
walter: walt wally
wanda: wendy
warren: ren
wesley: wes
wilbert: will bert
wilfred: will fred willie
william: bill will billy willie wm willy bil liam
winifred: winnie freddie
winston: win
yolanda: yoli landa
yvonne: von
zachary: zach zack zac zeke
`;
