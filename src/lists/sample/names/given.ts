/**
 * Given names by origin and sex with rough shares among people born 1930 to 1995 in or come to Los Angeles.
 * "_" stands for the blank inside a double name.
 */

export const latinoMen = `
Jose 560 Juan 400 Luis 330 Carlos 300 Jesus 280 Miguel 260 Manuel 220 Francisco 230 Jorge 230 Antonio 190
Alejandro 180 Ricardo 170 Roberto 165 Eduardo 160 Daniel 190 David 190 Mario 150 Javier 160 Fernando 155
Victor 150 Martin 140 Pedro 140 Rafael 135 Oscar 130 Sergio 130 Raul 125 Ramon 105 Ruben 115 Arturo 115
Alberto 110 Armando 105 Enrique 105 Jaime 95 Hector 110 Gerardo 95 Salvador 95 Guillermo 90 Gilberto 75 Alfredo 85
Ernesto 75 Andres 75 Julio 85 Cesar 90 Hugo 65 Marco 70 Angel 95 Ignacio 55 Rodolfo 55 Gustavo 60 Rogelio 50
Ismael 45 Felipe 50 Joel 45 Edgar 60 Adrian 65 Gabriel 75 Michael 90 Anthony 80 Christopher 55 Robert 55 Richard 50
Joseph 45 Steven 40 Eric 40 Frank 40 Henry 30 Johnny 25 Danny 22 George 25 Ray 15 Gilbert 25 Albert 25 Ernie 6
Eddie 18 Freddy 12 Efrain 30 Abel 30 Agustin 28 Alfonso 40 Humberto 30 Heriberto 18 Rigoberto 20 Noe 20 Saul 26
Moises 26 Isaac 22 Israel 20 Santiago 20 Tomas 28 Vicente 24 Leonardo 22 Lorenzo 20 Esteban 22 Nicolas 22 Pablo 28
Marcos 24 Omar 36 Osvaldo 14 Orlando 18 Octavio 14 Rene 26 Rodrigo 22 Ramiro 26 Refugio 8 Trinidad 8 Guadalupe 14
Cruz 5 Concepcion 4 Asuncion 2 Rosario 5 Isidro 10 Fidel 14 Filiberto 8 Everardo 9 Efren 14 Elias 16 Emilio 18
Gonzalo 12 Gregorio 14 Homero 4 Jacinto 4 Joaquin 16 Leonel 12 Leopoldo 6 Nestor 14 Norberto 6 Reynaldo 12
Rolando 12 Samuel 30 Teodoro 6 Ubaldo 4 Uriel 6 Wilfredo 6 Wilber 4 Edwin 20 Elmer 6 Kevin 20 Jonathan 26 Bryan 16
`;

export const latinoWomen = `
Maria 900 Guadalupe 150 Ana 150 Rosa 160 Martha 110 Patricia 120 Sandra 110 Elizabeth 100 Leticia 90 Veronica 100
Silvia 75 Gloria 80 Teresa 75 Margarita 75 Carmen 75 Yolanda 65 Norma 65 Irma 60 Alicia 65 Adriana 65 Claudia 65
Gabriela 60 Monica 60 Laura 70 Angelica 55 Araceli 45 Blanca 50 Juana 45 Josefina 40 Lourdes 35 Rocio 35 Graciela 40
Esperanza 35 Consuelo 20 Dolores 30 Socorro 18 Isabel 35 Cristina 40 Diana 40 Jessica 45 Vanessa 30 Erika 30
Esmeralda 25 Yesenia 28 Karina 25 Karla 22 Brenda 28 Evelyn 20 Jacqueline 18 Lucia 25 Luz 25 Olga 24 Ofelia 16
Raquel 22 Rebecca 22 Rosario 14 Susana 20 Victoria 20 Virginia 22 Xochitl 6 Concepcion 10 Mercedes 12 Eva 16
Beatriz 24 Bertha 18 Cecilia 20 Celia 16 Delia 14 Elena 20 Elvira 14 Estela 16 Maribel 20 Marisol 16 Lorena 20
`;

export const blackMen = `
James 300 Michael 300 Robert 220 Anthony 210 Kevin 160 David 160 Charles 160 William 170 John 170 Willie 80
Christopher 130 Eric 110 Kenneth 120 Ronald 110 Larry 100 Gregory 100 Terry 60 Darryl 55 Tyrone 60 Reginald 60
Marcus 85 Brian 85 Steven 75 Donald 75 Joseph 85 Thomas 75 Richard 80 George 60 Jerome 50 Andre 70 Keith 60
Derrick 65 Curtis 50 Jermaine 45 Leonard 40 Calvin 45 Raymond 50 Carl 45 Antoine 30 Darnell 35 Dwayne 40
Maurice 45 Melvin 30 Vincent 35 Alvin 25 Leroy 25 Otis 12 Percy 10 Cedric 30 Corey 40 Demetrius 30 Desmond 14
Earl 24 Edward 45 Frederick 30 Gerald 35 Harold 28 Isaac 16 Isaiah 18 Jamal 40 Jason 60 Jeffrey 35 Johnny 35
Jonathan 35 Joshua 35 Lamar 24 Lamont 22 Lawrence 30 Malcolm 16 Marvin 28 Nathaniel 26 Patrick 25 Paul 30
Phillip 28 Quincy 12 Rodney 40 Roger 22 Ronnie 24 Roosevelt 8 Samuel 30 Sean 30 Sherman 8 Stanley 20 Stephen 24
Terrance 30 Terrell 28 Theodore 18 Timothy 40 Tony 28 Travis 22 Tremaine 10 Troy 20 Vernon 16 Walter 28 Wendell 10
Winston 6 Xavier 14 Zachary 8 Bobby 24 Clarence 22 Cleveland 8 Clifton 10 Cornelius 12 Damon 20 Daniel 40 Dante 22
Deshawn 20 Devin 14 Dion 14 Dominique 14 Donnell 16 Donte 16 Ernest 20 Eugene 18 Floyd 10 Freddie 14 Jarvis 10
`;

export const blackWomen = `
Patricia 110 Linda 90 Angela 110 Kimberly 100 Michelle 90 Lisa 90 Mary 90 Sharon 70 Denise 70 Tanya 50 Yolanda 55
Brenda 60 Barbara 60 Deborah 55 Cynthia 55 Karen 45 Sandra 50 Jacqueline 45 Gloria 40 Carolyn 40 Latoya 40 Tamika 35
Keisha 30 Monique 35 Nicole 45 Stephanie 40 Tiffany 45 Crystal 30 Ebony 25 Latasha 25 Tameka 15 Shanice 10 Erica 30
Felicia 28 Regina 30 Rhonda 30 Robin 22 Tonya 28 Valerie 28 Vanessa 24 Veronica 20 Wanda 24 Yvette 24 Yvonne 28
Aisha 14 Alicia 24 April 20 Ashley 30 Bernice 10 Bertha 8 Candace 18 Carla 18 Charlene 16 Dorothy 24 Ernestine 6
`;

export const whiteMen = `
Michael 380 John 330 Robert 320 David 330 James 320 William 250 Richard 240 Mark 180 Thomas 180 Christopher 180
Steven 160 Daniel 160 Joseph 150 Charles 130 Brian 150 Jeffrey 140 Kevin 130 Scott 120 Paul 120 Timothy 120
Kenneth 110 Eric 110 Gary 100 Gregory 95 Stephen 100 Ronald 95 Edward 85 Andrew 85 Donald 85 Matthew 100 Anthony 85
Jason 100 Ryan 70 Larry 60 Dennis 65 George 60 Patrick 65 Peter 55 Douglas 60 Frank 45 Raymond 45 Jerry 40
Craig 45 Todd 40 Keith 45 Joshua 50 Justin 45 Jonathan 45 Nicholas 45 Aaron 40 Adam 40 Benjamin 35 Bradley 30
Brandon 40 Bruce 35 Carl 28 Chad 28 Chris 12 Curtis 16 Dale 20 Darren 16 Dean 16 Derek 18 Dustin 18 Gerald 22
Glenn 20 Harold 14 Henry 18 Ian 12 Jacob 24 Jesse 20 Joel 16 Kyle 26 Lawrence 24 Leonard 12 Louis 14 Marc 16
Martin 22 Nathan 22 Philip 24 Phillip 18 Ralph 14 Randall 20 Randy 24 Ricky 12 Rodney 14 Roger 22 Roy 14 Russell 20
Samuel 22 Sean 32 Shane 14 Shawn 26 Stanley 10 Terry 24 Tony 10 Travis 20 Troy 16 Tyler 20 Vincent 18 Walter 16
Wayne 18 Zachary 16 Geoffrey 10 Alan 22 Albert 10 Alex 14 Alexander 18 Allen 18 Arthur 16 Barry 14 Billy 8
`;

export const whiteWomen = `
Jennifer 130 Lisa 110 Mary 120 Susan 100 Michelle 90 Kimberly 90 Karen 90 Linda 90 Patricia 90 Deborah 70 Elizabeth 80
Amy 70 Melissa 70 Stephanie 65 Christine 60 Angela 55 Barbara 60 Cynthia 55 Sandra 50 Laura 55 Julie 50 Donna 45
Rebecca 45 Nicole 50 Heather 50 Sarah 50 Pamela 40 Nancy 45 Debra 35 Kelly 45 Tracy 35 Teresa 35 Tina 32 Dawn 25
Diane 30 Kathleen 40 Catherine 28 Katherine 26 Cheryl 30 Sharon 35 Carol 30 Janet 26 Theresa 20 Wendy 24 Robin 22
`;

export const otherMen = `
David 60 Michael 60 John 50 James 35 Daniel 40 Kevin 35 Andrew 25 Minh 20 Hung 16 Tuan 14 Anh 8 Duc 8 Thanh 10 Van 8
Wei 10 Ming 8 Jun 10 Sung 10 Joon 8 Young 8 Hyun 8 Jin 8 Raj 10 Amit 8 Sanjay 6 Mohammed 16 Ahmad 8 Ali 10 Reza 8
Joseph 25 Robert 25 Richard 20 Mark 20 Christopher 18 Jose 14 Eduardo 8 Rommel 4 Benigno 2 Danilo 5 Kenji 5 Hiro 4
`;

export const otherWomen = `
Mary 20 Grace 18 Jennifer 20 Michelle 18 Linh 10 Thuy 10 Lan 8 Mai 8 Kim 12 Susan 14 Amy 10 Christine 12 Maria 20
Priya 6 Fatima 8 Mei 8 Ling 6 Hyun 6 Soo 6 Joy 6 Marites 4 Rowena 4 Yuki 4 Leilani 3
`;

/** Second names Spanish families give; the first names serve as well. */
export const latinoSecond = `
Antonio 90 Luis 90 Manuel 80 Angel 70 Alberto 60 Jesus 60 Carlos 60 Alejandro 55 Enrique 50 Guadalupe 60 Javier 45
Eduardo 45 Ramon 30 Rafael 30 Francisco 30 Fernando 30 Ignacio 16 Refugio 8 Concepcion 10
`;
export const latinoSecondWomen = `
Guadalupe 100 Elena 80 Isabel 60 Luisa 60 Teresa 55 Carmen 50 Del_Carmen 40 Del_Rosario 18 De_La_Luz 14 De_Jesus 16
Dolores 30 Concepcion 20 Elizabeth 40 Alejandra 30 Cristina 25 Socorro 16 Lourdes 12 Esther 16 Patricia 30 Victoria 14
`;
/** Middle names English-speaking families give. */
export const englishMiddle = `
Lee 140 Allen 60 Wayne 60 James 70 Edward 60 Michael 60 Anthony 60 Ray 50 Lynn 40 Eugene 30 Dwayne 24 Joseph 50 Alan 30
Dean 24 Scott 24 Earl 24 Andre 20 Darnell 14 Lamar 14 Renee 14 Marie 40 Ann 40 Louise 14 Jean 16 Denise 14 Elaine 8
Charles 30 William 40 Thomas 30 John 30 Robert 30 David 40 Paul 20 Patrick 16 Christopher 16 Xavier 6 Quincy 4 Otis 3
`;
