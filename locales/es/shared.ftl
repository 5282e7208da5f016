## Lo que también lee el equipo, y lo que rodea cada página.

product = Candor
skip = Ir al contenido
nav-main = Menú principal
nav-treatments = Tratamientos
all = Todos
next-page = Página siguiente

## Datos de un caso
case-treatment = Tratamiento
case-practitioner = Profesional
case-sessions = Sesiones
fact-age-band = Edad
fact-age-band-18-24 = 18 a 24
fact-age-band-25-34 = 25 a 34
fact-age-band-35-44 = 35 a 44
fact-age-band-45-54 = 45 a 54
fact-age-band-55-64 = 55 a 64
fact-age-band-65-up = 65 o más
fact-sex = Sexo
fact-sex-female = Mujer
fact-sex-male = Hombre
fact-sex-other = Otro
fact-norwood = Grado de Norwood
fact-norwood-1 = I
fact-norwood-2 = II
fact-norwood-2a = IIa
fact-norwood-3 = III
fact-norwood-3a = IIIa
fact-norwood-3v = III vértex
fact-norwood-4 = IV
fact-norwood-4a = IVa
fact-norwood-5 = V
fact-norwood-5a = Va
fact-norwood-6 = VI
fact-norwood-7 = VII
fact-skin-tone = Tono de piel
fact-skin-tone-1 = Tipo I
fact-skin-tone-2 = Tipo II
fact-skin-tone-3 = Tipo III
fact-skin-tone-4 = Tipo IV
fact-skin-tone-5 = Tipo V
fact-skin-tone-6 = Tipo VI
fact-hair-colour = Color del pelo
fact-hair-colour-black = Negro
fact-hair-colour-brown = Castaño
fact-hair-colour-blond = Rubio
fact-hair-colour-red = Pelirrojo
fact-hair-colour-grey = Gris
fact-hair-colour-white = Blanco
fact-scar-type = Cicatriz
fact-scar-type-none = Ninguna
fact-scar-type-strip = Lineal (FUT)
fact-scar-type-fue = Puntos (FUE)
fact-scar-type-trauma = Herida
fact-scar-type-other = Otra

## Fotos
stage-before = Antes
stage-design = Diseño
stage-session = Durante una sesión
stage-fresh = Reciente, sin cicatrizar
stage-healed = Cicatrizado
stage-one-year = Al cabo de un año
stage-touch-up = Tras un retoque
angle-front = De frente
angle-left = Lado izquierdo
angle-right = Lado derecho
angle-top = Desde arriba
angle-back = Desde atrás
angle-detail = Detalle
alt-plain = { $view }, { $time }
alt-angle-front = Cabeza vista de frente
alt-angle-left = Cabeza vista desde su lado izquierdo
alt-angle-right = Cabeza vista desde su lado derecho
alt-angle-top = Cabeza vista desde arriba
alt-angle-back = Cabeza vista desde atrás
alt-angle-detail = Parte del cuero cabelludo de cerca
alt-stage-before = antes del tratamiento
alt-stage-design = con la nueva línea frontal dibujada
alt-stage-session = durante una sesión
alt-stage-fresh = justo después de una sesión
alt-stage-healed = ya cicatrizado
alt-stage-one-year = al cabo de un año
alt-stage-touch-up = cicatrizado tras un retoque
story-drafted = { $count ->
    [one] { $treatment } en una sesión.
   *[other] { $treatment } en { $count } sesiones.
  }
photos-count = { $count ->
    [one] Una foto
   *[other] { $count } fotos
  }
list-separator = { ", " }
what-photo = Foto

## Dónde se muestra algo
channel-website = Nuestra web
channel-search = Buscadores
channel-partner-embed = Webs de socios
channel-instagram = Instagram
channel-facebook = Facebook
channel-youtube = YouTube
channel-tiktok = TikTok
channel-print = Impresos
channel-press = Prensa
channel-ads = Anuncios
channel-education = Formación dentro de la clínica
notice-withdrawn = Hecho. Ya no se muestra.
