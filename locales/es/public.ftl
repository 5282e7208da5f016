## Lo que leen los visitantes.

nav-stories = Antes y después
nav-testimonials = En sus palabras
nav-practitioners = Nuestro equipo
nav-collecting = Cómo recogemos y comprobamos
nav-foot = Más páginas
foot-promise = Cada imagen se muestra aquí con el consentimiento de quien aparece en ella, que puede retirarlo en cualquier momento.
foot-staff = Para el equipo
illustrated = Las imágenes de esta demostración son dibujos, no fotografías.

## Inicio
home-title = Vea qué cambió y qué no
home-lead = Imágenes de antes y después de personas que vinieron a vernos: recortadas, nunca retocadas, y mostradas porque dijeron que sí.
home-description = Historias de antes y después de clientes de { $clinic }, mostradas con su consentimiento.
home-stories = Historias más recientes
home-about = Qué hacemos
home-collecting = En qué puede confiar
home-contact = Hable antes con nosotros
home-contact-lead = Pregunte lo que quiera. Nadie tiene que decidirse en el momento, y a veces la respuesta sincera es no.
story-read = Leer esta historia
stories-all = Todas las historias
treatments-all = Todos los tratamientos
booking-do = Reservar una consulta
promise-consent = Con consentimiento
promise-consent-lead = Cada persona aceptó exactamente estas imágenes en exactamente este lugar, y puede retirarlas en el mismo minuto.
promise-pictures = Sin retoques
promise-pictures-lead = Recortamos, giramos y tapamos. La piel, los puntos y la luz quedan como los vio la cámara.
promise-healed = Cicatrizado, no recién hecho
promise-healed-lead = Un tratamiento reciente siempre se ve más nítido. Comparamos con el resultado cicatrizado, y lo decimos cuando todavía no lo hay.
promise-words = Palabra por palabra
promise-words-lead = Lo que escriben los clientes se muestra tal como lo escribieron, con lo que recibieron a cambio al lado.

## Contacto
contact-phone = Teléfono
contact-email = Correo electrónico
contact-booking = Citas
contact-address = Dónde estamos
contact-map = Mapa

## La galería
stories-lead = Una selección de nuestro trabajo, mostrada con consentimiento. Los resultados varían de una persona a otra.
stories-description = Historias de antes y después de clientes de { $clinic }: { $count ->
    [one] un tratamiento
   *[other] { $count } tratamientos
  }, resultados cicatrizados, con fechas y sesiones.
stories-filter = Acotar
stories-filter-any = Cualquiera
stories-filter-do = Mostrar
stories-filter-clear = Mostrar todas
stories-treatments = Tratamiento
stories-empty = Todavía no hay historias.
stories-empty-lead = Las primeras aparecerán aquí cuando las personas que salen en ellas hayan dado su consentimiento.
stories-none = Ninguna historia así
stories-none-lead = Solo mostramos lo que las personas aceptaron mostrar, por eso algunos resultados no están aquí. Pruebe con menos condiciones o pregúntenos.
stories-none-later = No hay más historias de este tipo.
stories-search = Buscar en las historias
stories-search-hint = Por ejemplo: cicatriz, entradas, Norwood
stories-search-do = Buscar
stories-search-for = «{ $words }»
stories-sort = Orden
stories-sort-newest = Más recientes primero
stories-sort-longest = Más tiempo desde la primera imagen
stories-condition = { $fact }: { $value }
stories-condition-drop = Quitar:
stories-found = { $count ->
    [one] Una historia
   *[other] { $count } historias
  }
stories-corrected = Ninguna dice «{ $words }». Estas dicen «{ $corrected }».
facet-range = de { $low } a { $high }
facet-count = { $label } ({ $count })
fact-sessions = Sesiones
fact-sessions-1 = Una
fact-sessions-2 = Dos
fact-sessions-3 = Tres
fact-sessions-4 = Cuatro o más
fact-since = Última imagen tomada
fact-since-months = Menos de seis meses después
fact-since-half-year = De seis meses a un año después
fact-since-year = De uno a dos años después
fact-since-two-years = Dos años después o más
fact-location = Lugar

## La lista guardada
shortlist-title = Su lista
shortlist-lead = Historias una al lado de otra, para enseñarlas a alguien o llevarlas a la consulta. La lista se guarda en este dispositivo y en la dirección de esta página, en ningún otro sitio.
shortlist-missing = No todas las historias de esta lista se siguen mostrando. Cada persona puede retirar la suya en cualquier momento.
shortlist-drop = Quitar de la lista
shortlist-unsaid = No consta
shortlist-share = Para compartir esta lista, envíe la dirección de esta página. Impresa cabe en una hoja.
shortlist-more = Buscar más
shortlist-empty = Todavía no ha guardado nada.
shortlist-empty-lead = Abra una historia y guárdela: aparecerá aquí junto a las demás.
shortlist-keep = Guardar en mi lista
shortlist-kept = En mi lista

## Encontrar a alguien como yo
find-link = Encontrar a alguien como usted
find-title = Alguien como usted
find-lead = Tres preguntas, y puede saltarse cualquiera. No se guarda nada: sus respuestas solo están en la dirección de la página.
find-description = Tres preguntas, y las historias de { $clinic } cuyo comienzo más se parece al suyo, cada una con lo que tienen en común.
find-treatment = ¿En qué está pensando?
find-treatment-any = Todavía no lo sé
find-start = ¿Desde dónde empieza?
find-start-label = Pérdida de pelo o cicatriz
find-start-hint = Los grados de Norwood van de I, sin pérdida, a VII, pelo solo a los lados y detrás.
find-person = ¿Quién es usted?
find-unsaid = Prefiero no decirlo
find-do = Mostrar quién se me parece
find-again = Empezar de nuevo
find-found = Lo más parecido a usted
find-none = Nadie de quienes aceptaron mostrarse empieza como usted. Eso no dice nada de lo que es posible en su caso: pregúntenos.
match-norwood-same = El mismo grado: Norwood { $value }
match-norwood-near = Un grado cercano: Norwood { $value }
match-scar-type-same = El mismo tipo de cicatriz: { $value }
match-scar-type-near = Una cicatriz parecida: { $value }
match-age-band-same = Su edad: { $value }
match-age-band-near = Cerca de su edad: { $value }
match-skin-tone-same = El mismo tono de piel: { $value }
match-skin-tone-near = Un tono de piel cercano: { $value }
sessions-count = { $count ->
    [one] Una sesión
   *[other] { $count } sesiones
  }
card-after = { $count ->
    [one] { $stage }, una semana después
   *[other] { $stage }, { $count } semanas después
  }
fact-line-age-band = { $value } años
fact-line-sex = { $value }
fact-line-norwood = Norwood { $value }
fact-line-skin-tone = Piel: { $value }
fact-line-hair-colour = Pelo: { $value }
fact-line-scar-type = Cicatriz: { $value }

## Una historia
weeks-after = { $count ->
    [one] Una semana entre ambas
   *[other] { $count } semanas entre ambas
  }
honesty = Solo recortado, girado o tapado, sin retoques. La clínica confirmó que la luz y la postura son comparables. Los resultados varían de una persona a otra.
stage-session-number = Sesión { $number }
stage-session-number-short = Sesión { $number }
stage-before-short = Antes
stage-design-short = Diseño
stage-session-short = Sesión
stage-fresh-short = Reciente
stage-healed-short = Cicatrizado
stage-one-year-short = Un año
stage-touch-up-short = Retoque
since-same-day = el día de la sesión { $session }
since-days = { $count ->
    [one] un día después de la sesión { $session }
   *[other] { $count } días después de la sesión { $session }
  }
since-weeks = { $count ->
    [one] una semana después de la sesión { $session }
   *[other] { $count } semanas después de la sesión { $session }
  }
since-months = { $count ->
    [one] un mes después de la sesión { $session }
   *[other] { $count } meses después de la sesión { $session }
  }
story-description = { $treatment }: { $sessions }
picture-alt = { $stage }: { $seen }
story-facts = De un vistazo
story-sessions = Sesiones
story-place = Lugar
story-more = Más historias de este tratamiento
story-ask = ¿Podría ser su caso?
story-ask-lead = Cada cabeza es distinta. Miramos la suya y le decimos qué es probable, qué no, y cuánto cuesta.
typical-result = Qué es lo habitual
individual-results = Los resultados varían de una persona a otra.
story-words = En sus propias palabras
sensitive-card = Las imágenes se muestran en la página de la historia, cuando usted lo pida.
sensitive-lead = Estas imágenes pueden resultar duras. Solo se envían cuando usted lo pide.
sensitive-show = Mostrar las imágenes
compare-heading = Antes y después
compare-angles = Ángulos
compare-modes = Cómo comparar
compare-mode-slider = Deslizar
compare-mode-side = Lado a lado
compare-mode-fade = Fundir
compare-mode-toggle = Alternar
compare-at = Cuánto se ve de la primera imagen
compare-value = { $count } % antes
compare-shown = Imagen mostrada
compare-first = Comparar
compare-second = con
compare-do = Mostrar estas dos
compare-unsettled = La segunda imagen todavía no está cicatrizada: se verá más suave.
disclosure-discount = Esta persona pagó un precio menor por aceptar que se la mostrara.
disclosure-gift = Esta persona recibió un regalo por aceptar que se la mostrara.
disclosure-free-treatment = Esta persona recibió el tratamiento gratis por aceptar que se la mostrara.
disclosure-staff = Esta persona trabaja en la clínica.
disclosure-family = Esta persona es familiar o amiga de alguien de la clínica.

## Tratamientos
treatments-lead = Qué hacemos, a quién le conviene y a quién no.
offers-empty = Todavía no se ha descrito ningún tratamiento.
treatment-contents = En esta página
treatment-what = Qué es
treatment-part-what-it-is-not = Qué no es
treatment-part-benefits = Qué puede lograr
treatment-part-steps = Cómo se hace
treatment-part-healing = Sesiones y cicatrización
treatment-part-unsuitable = A quién no le conviene
treatment-part-price = Cuánto cuesta
treatment-part-misconceptions = Ideas equivocadas
treatment-part-durability = Cuánto dura
treatment-part-touch-ups = Retoques
treatment-part-choosing = Cómo elegir dónde hacerlo
treatment-part-typical = Qué es lo habitual
treatment-part-aftercare = Cuidados posteriores
treatment-stories = Historias de este tratamiento
treatment-people = Quién lo hace

## Personas
practitioners-lead = Quién sostendrá la aguja y qué formación tiene.
practitioners-empty = Todavía no se presenta a nadie aquí.
practitioner-register = Número de registro: { $number }
practitioner-look-up = Consultarlo en el registro
practitioner-stories = Historias de personas tratadas por { $name }
practitioner-named = { $name }, { $title }
practitioners-all = Todas las personas que trabajan aquí

## Palabras
testimonials-lead = Lo que nos dijeron los clientes, sin cambios.
testimonials-selected = Una selección: no están aquí las palabras de todos, y solo mientras su autor lo acepta. No damos ni media ni recuento. Lo que alguien recibió a cambio figura junto a sus palabras.
testimonials-all = Todas las palabras que los clientes nos permiten mostrar, mientras lo permiten. Ninguna falta por lo que dice: solo lo que nombra a alguien, no trata del tratamiento o no puede mostrarse por un motivo de ese tipo. No damos ni media ni recuento. Lo que alguien recibió a cambio figura junto a sus palabras.
testimonials-description = Palabras de clientes de { $clinic }, sin cambios, con lo que recibieron a cambio al lado.
testimonials-empty = Todavía no hay palabras
testimonials-empty-lead = Los clientes pueden añadir sus propias palabras cuando aceptan que se les muestre. Las primeras aparecerán aquí.

## Cómo recogemos
collecting-lead = Las imágenes de antes y después son fáciles de falsificar y difíciles de retirar. Así se hacen las nuestras.
collecting-description = Cómo { $clinic } recoge, comprueba y retira imágenes y palabras de sus clientes.
collecting-own = En nuestra clínica
collecting-pictures = Las imágenes
collecting-pictures-body = El original de cada foto se guarda sellado y no se muestra nunca. Lo que usted ve es una copia recortada, girada o tapada, y nada más: sin filtros, sin suavizado, sin cambios de color. En cada historia declaramos que la luz y la postura son comparables, y cada imagen lleva su mes y la sesión a la que sigue.
collecting-consent = El consentimiento
collecting-consent-body = A cada persona se le pregunta en páginas propias: qué imágenes, cuánto de ellas, dónde y con qué nombre. Nada viene elegido de antemano, y el «no» es tan grande como el «sí». Ve la página exacta antes de firmar. El consentimiento termina por sí solo en un día que se indica antes de la firma, y el silencio nunca lo renueva.
collecting-check = La comprobación
collecting-check-body = Antes de publicar nada, alguien distinto de quien lo escribió lo compara con el consentimiento (en un estudio de muy pocas personas, ocupa ese lugar la aprobación de la página exacta por parte del cliente): la misma persona, el mismo tratamiento, un resultado cicatrizado o una indicación clara de que no lo está, y nada en la imagen o el texto que revele más de lo acordado.
collecting-words = Las palabras
collecting-words-body = Solo puede escribir quien se trató aquí, mediante un enlace privado. Sus palabras se muestran como las escribió. Mostramos una selección y la llamamos así, sin media ni recuento. Un precio menor, un regalo o un vínculo con la clínica se indica junto a las palabras.
collecting-withdrawal = La retirada
collecting-withdrawal-body = Un enlace en el recibo retira todo, o cualquier imagen suelta, de esta web al momento, sin dar motivos y sin pedírnoslo. Lo que otros guardaron antes no se puede recuperar; cada persona lo sabe antes de firmar.

## Previews of links
link-card-story = Antes y después
