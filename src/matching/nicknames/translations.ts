/**
 * Names Spanish families and English clerks trade for each other: weaker than a pet name, more than chance.
 * One line a Spanish name. Folded spelling.
 */
export const translations = `
alberto: albert
alejandro: alexander
alfredo: alfred
andres: andrew
antonio: anthony
arturo: arthur
carlos: charles
catalina: catherine
cristobal: christopher
david: david
eduardo: edward
elena: helen
enrique: henry
ernesto: ernest
esteban: stephen steven
eugenio: eugene
federico: frederick
felipe: philip
francisco: frank francis
gerardo: gerald
gilberto: gilbert
gregorio: gregory
guillermo: william
isabel: elizabeth
jaime: james
jesus: jesse
jorge: george
jose: joseph
josefina: josephine
juan: john
julio: julius
leonardo: leonard
lorenzo: lawrence
lucia: lucy
luis: louis lewis
manuel: emanuel
marcos: mark marcus
margarita: margaret
maria: mary
martin: martin
mateo: matthew
miguel: michael
nicolas: nicholas
pablo: paul
patricio: patrick
pedro: peter
rafael: raphael
raimundo: raymond
raul: ralph
ricardo: richard
roberto: robert
rodolfo: rudolph
ruben: reuben
santiago: james
teodoro: theodore
teresa: theresa
timoteo: timothy
tomas: thomas
vicente: vincent
`;
