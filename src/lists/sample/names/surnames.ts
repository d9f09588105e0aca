/**
 * Surnames by origin with approximate shares in the United States, per 100,000 people of that origin.
 * "_" stands for the blank inside a name. The rest of each origin draws from the parts in rare.ts.
 */

export const latinoSurnames = `
Garcia 2450 Rodriguez 2300 Martinez 2250 Hernandez 2200 Lopez 1850 Gonzalez 1800 Perez 1450 Sanchez 1300
Ramirez 1180 Torres 920 Flores 900 Rivera 800 Gomez 830 Diaz 790 Reyes 690 Morales 690 Cruz 640 Ortiz 600
Gutierrez 600 Chavez 590 Ramos 560 Ruiz 520 Alvarez 510 Mendoza 500 Vasquez 460 Castillo 455 Jimenez 450
Moreno 430 Romero 425 Herrera 410 Medina 405 Aguilar 400 Vargas 385 Castro 380 Guzman 350 Mendez 345
Fernandez 340 Muñoz 335 Salazar 330 Garza 325 Soto 320 Vazquez 310 Alvarado 305 Delgado 295 Peña 285
Contreras 275 Sandoval 265 Guerrero 262 Rojas 250 Ortega 250 Rios 248 Dominguez 245 Estrada 245 Nuñez 240
Maldonado 235 Juarez 232 Avila 230 Campos 228 Valdez 222 Espinoza 220 Santiago 215 Vega 214 Cervantes 210
Padilla 205 Acosta 202 Marquez 198 Silva 196 Luna 194 Mejia 190 Rosales 185 Carrillo 184 Cabrera 182 Leon 180
Navarro 178 Solis 176 Ayala 175 Velasquez 172 Fuentes 170 Molina 168 Duran 165 Serrano 163 Robles 161
Lara 158 Trujillo 156 Orozco 154 Cortez 152 Deleon 150 Ibarra 148 Miranda 146 Salas 145 Pacheco 143
Cisneros 141 Escobar 139 Gallegos 137 Velazquez 135 Zamora 133 Villarreal 131 Barrera 129 Rosas 127
Montoya 125 Lozano 123 Rangel 121 Galvan 119 Trevino 117 Macias 115 Franco 113 Suarez 111 Camacho 109
Valencia 107 Ochoa 106 Mora 105 Cardenas 104 Bautista 103 Santos 102 Murillo 101 Bonilla 100 Quintero 99
Villanueva 98 Arias 97 Calderon 96 Figueroa 95 Zuniga 94 Beltran 93 Salinas 92 Esparza 91 Guerra 90
Huerta 89 Meza 88 Rubio 87 Arellano 86 Villegas 85 Palacios 84 Tapia 83 Benitez 82 Barajas 81 Cuevas 80
Melendez 79 Nava 78 Zavala 77 Andrade 76 Enriquez 75 Valenzuela 74 Gallardo 73 Ponce 72 Magaña 71
Cantu 70 Trejo 69 Becerra 68 Aguirre 67 Corona 66 Escobedo 65 Bravo 64 Tovar 63 Vera 62 Osorio 61
Zepeda 60 Carranza 59 Arroyo 58 Saldana 57 Preciado 56 Casillas 55 Amaya 54 Baca 53 Lugo 52 Felix 51
Ventura 50 Renteria 49 Hurtado 48 Sosa 47 Sepulveda 46 Jaramillo 45 Olvera 44 Landeros 43 Alfaro 42
Portillo 41 Cordova 40 Avalos 40 Marin 39 Granados 38 Arreola 37 Montes 37 Pineda 36 Quiroz 36 Chacon 35
De_La_Cruz 120 De_Leon 90 De_La_Torre 60 De_La_Rosa 50 De_Los_Santos 22 De_La_Garza 18 Del_Rio 18
Del_Valle 14 De_La_O 6 De_Anda 14 De_Jesus 30 Ponce_De_Leon 8 Montes_De_Oca 9
Villaseñor 34 Castañeda 60 Bolaños 22 Acuña 24 Ordoñez 26 Quiñones 28 Ybarra 30 Yanez 26 Llamas 18
Vallejo 24 Bañuelos 22 Covarrubias 20 Hinojosa 20 Echeverria 16 Xicotencatl 3 Gonzales 320 Olmos 18
`;

export const blackSurnames = `
Williams 2700 Johnson 2600 Smith 2300 Jones 2250 Brown 2100 Jackson 1650 Davis 1500 Thomas 1150 Harris 1050
Robinson 900 Taylor 850 Wilson 840 Moore 800 White 720 Anderson 560 Washington 540 Thompson 530 Walker 520
Lewis 510 Green 470 Scott 460 Allen 440 Carter 430 Young 420 Wright 415 Martin 410 Hill 400 King 395
Mitchell 390 Hall 380 Turner 370 Jefferson 240 Coleman 330 Campbell 300 Bell 295 Brooks 290 Henderson 280
Parker 275 Edwards 270 Evans 268 Phillips 255 Collins 250 Stewart 248 Banks 200 Howard 245 Simmons 240
Butler 235 Bryant 230 Reed 225 Foster 222 Alexander 220 Adams 215 Richardson 215 Gray 205 James 205 Watson 202
Powell 195 Baker 190 Woods 188 Jenkins 186 Rogers 184 Barnes 182 Ford 180 Hunter 178 Russell 174 Hayes 172
Holmes 170 Franklin 168 Owens 166 Griffin 164 Grant 162 Harrison 160 Joseph 158 Simpson 156 Daniels 154
Marshall 152 Wallace 150 Dixon 148 Mcdonald 70 Freeman 142 Stephens 138 Ellis 136 Wells 134 Gibson 132
Mosley 80 Dorsey 78 Booker 76 Gaines 74 Singleton 72 Hampton 70 Tate 68 Sims 90 Bolden 40 Battle 42
Mccoy 62 Mack 60 Vaughn 58 Hodges 56 Boykin 34 Broussard 32 Guillory 30 Hardaway 18 Muhammad 24
Pettway 10 Ruffin 26 Gadson 14 Mcghee 22 Tolliver 24 Whitaker 40 Pickens 22 Lofton 20 Crenshaw 22
`;

export const whiteSurnames = `
Smith 1010 Johnson 790 Miller 620 Brown 560 Jones 530 Williams 500 Davis 480 Anderson 410 Wilson 360 Moore 330
Taylor 320 Thomas 310 Martin 310 Thompson 300 White 300 Clark 270 Lewis 240 Hall 245 Young 240 Allen 240
King 235 Wright 230 Hill 225 Scott 220 Adams 218 Baker 216 Nelson 214 Roberts 205 Campbell 203 Phillips 200
Evans 198 Parker 194 Edwards 190 Collins 188 Stewart 186 Morris 180 Murphy 178 Cook 176 Rogers 172 Peterson 170
Cooper 168 Reed 166 Bailey 160 Kelly 160 Cox 156 Ward 154 Richardson 140 Wood 140 Watson 134 Bennett 132
Gray 130 Hughes 128 Price 126 Myers 124 Long 122 Foster 118 Sanders 116 Ross 114 Morgan 112 Sullivan 110
Russell 108 Fisher 106 Henderson 100 Cole 98 Patterson 96 Jordan 92 Reynolds 90 Hamilton 88 Graham 87
Wallace 85 Cohen 60 Levy 30 Mccarthy 52 Obrien 64 Oconnor 52 Mcdonald 66 Schmidt 70 Schultz 58 Wagner 62
Meyer 66 Snyder 64 Hoffman 60 Weber 50 Keller 46 Becker 44 Larson 62 Olson 64 Hansen 60 Jensen 52 Nielsen 22
Rossi 12 Russo 22 Romano 18 Esposito 10 Kowalski 12 Nowak 12 Novak 14 Petrosyan 20 Grigoryan 22 Sarkisian 14
Hovsepian 8 Mirzoyan 6 Avetisyan 6 Van_Dyke 8 Van_Horn 6 Von_Schmidt 3 St_John 8 St_Clair 6 Mc_Intyre 4
Gallagher 36 Donovan 28 Fitzgerald 34 Burke 40 Walsh 46 Brennan 30 Quinn 30 Doyle 28 Flynn 26 Lynch 36
Mackenzie 10 Ferguson 40 Duncan 40 Stone 46 Fox 42 Hunt 44 Knight 42 Stevens 60 Stephens 48 Webb 46
`;

export const otherSurnames = `
Nguyen 5200 Kim 3600 Lee 3300 Park 1500 Tran 2300 Le 1500 Pham 1200 Chen 1900 Wong 1500 Wang 1100 Li 900
Singh 1300 Patel 1100 Chang 900 Liu 800 Choi 900 Huang 700 Lin 700 Wu 650 Yang 650 Chan 700 Ho 550 Do 350
Vu 500 Vo 400 Bui 350 Dang 320 Santos 500 Reyes 400 Cruz 380 Bautista 220 Dela_Cruz 320 Delos_Reyes 70
Mendoza 200 Garcia 260 Ramos 220 Villanueva 120 Manalo 60 Pangilinan 40 Macaraeg 20 Tanaka 120 Yamamoto 110
Nakamura 90 Sato 80 Watanabe 60 Khan 300 Ali 220 Ahmed 180 Hussein 60 Tafoya 40 Begay 60 Yazzie 50
Kealoha 20 Tuiasosopo 10 Faleafa 10 Mohammadi 30 Hosseini 30 Shah 120 Sharma 90 Kaur 120 Sok 60 Chea 50 Kong 60
`;
