## Lo que leen los visitantes cuando preguntan, avisan o quieren saber en qué pueden confiar.

form-trap = Por favor, deje este campo vacío
form-too-soon = Ha sido muy rápido, así que todavía no se ha enviado. Por favor, envíelo otra vez.
form-too-old = La página estuvo abierta mucho tiempo y no se ha enviado. Lo que escribió sigue aquí: por favor, envíelo otra vez.
field-one-line = Por favor, escríbalo en una sola línea.

## Ask about this result
question-title = Preguntar por este resultado
question-lead = Si sería para usted, cuánto cuesta, cómo se sintió: pregunte lo que quiera. Le responde una persona del estudio.
question-about = La historia por la que pregunta
question-question = Su pregunta
question-question-hint = Por ejemplo, cómo está ahora, qué espera y qué le preocupa. Por favor, no envíe fotos por aquí.
question-contact = Su correo electrónico o su teléfono
question-contact-hint = Para poder responderle. Para nada más.
question-contact-refused = Por favor, dé un correo electrónico o un teléfono donde podamos responderle.
question-name = Su nombre
question-call-at = ¿Cuándo podemos llamar?
question-call-at-hint = Si ha dado un teléfono. Por ejemplo: entre semana después de las cinco.
question-kept = Su pregunta llega al estudio por correo electrónico y se queda en su buzón. Esta web no guarda copia: espera aquí solo hasta que el servidor de correo la recibe.
question-do = Enviar mi pregunta
question-sent = Su pregunta está en camino.
question-sent-next = Solemos responder en dos días laborables. En esta web no queda nada de ella.
question-back = Volver a la historia
question-no-form = Aquí no hay formulario para preguntas. Por favor, llame, escriba o reserve una conversación:

## This is me, and reports
report-foot = ¿Es usted, o hay algo que no está bien?
report-this-is-me = Soy yo
report-title = Avisar sobre esta historia
report-page-title = Soy yo, o algo no está bien
report-me-title = Soy yo
report-me-lead = Entonces decide usted y no tiene que preguntarnos. El enlace de su recibo quita de esta web toda la historia, o cualquier imagen, en el mismo minuto y sin dar motivos. Si ya no lo tiene, se lo enviamos otra vez a la dirección que nos dio.
report-me-link = Enviarme mi enlace
report-me-never = Si nunca aceptó que se le mostrara, o si el enlace no le llega, elija abajo «Soy yo, y no di mi permiso». Avisa a las personas que pueden quitar la historia con un solo clic.
report-lead = Una persona lee cada aviso y decide. Un aviso por sí solo no oculta nada, para que nadie pueda quitar la historia de otra persona.
report-reason = ¿Qué no está bien?
report-reason-me = Soy yo, y no di mi permiso
report-reason-photo = La foto es mía, o no es un trabajo de este estudio
report-reason-misleading = Es engañosa
report-reason-other = Otra cosa
report-words = ¿Qué debemos saber?
report-words-hint = De dónde es la foto, o qué no es verdad. Si es usted, no hace falta nada más.
report-words-required = Por favor, diga en pocas palabras qué no está bien.
report-contact = ¿Cómo podemos contactarle?
report-contact-hint = Si quiere una respuesta: un correo electrónico o un teléfono. Puede dejarlo vacío.
report-kept = Lo que escribe solo lo leen los moderadores del estudio, y se borra cuando el aviso está resuelto.
report-do = Enviar el aviso
report-sent = Gracias. Los moderadores ya lo saben.
report-sent-next = Una persona lo mira y decide. Si dejó una dirección, tendrá noticias suyas.

## Lost your link
lost-foot = Salgo aquí y perdí mi enlace
lost-title = Su enlace, otra vez
lost-lead = Con su enlace ve todo lo que se muestra aquí de usted, y lo quita cuando quiera.
lost-email = Su correo electrónico
lost-email-hint = El que dio al estudio.
lost-do = Enviarme mi enlace
lost-same-answer = Respondemos lo mismo conozcamos o no la dirección, para que nadie pueda averiguar así quién es cliente.
lost-sent = Si conocemos esta dirección, su enlace va en camino.
lost-sent-next = Puede tardar unos minutos; mire también en el correo no deseado. Lo enviamos como mucho una vez por hora. Si no llega nada, el estudio tiene otra dirección suya, o ninguna: por favor, llame o pase por allí.
lost-no-mail = Esta web no puede enviar correos. Por favor, llame al estudio o pase por allí: pueden darle su enlace.
mail-manage-subject = Su enlace
mail-manage-body =
    Hola:

    aquí está su enlace privado a { $clinic }:
    { $url }

    Muestra lo que usted permitió, y lo retira cuando quiera, sin dar motivos. Por favor, no comparta este correo: quien tenga el enlace puede quitar sus fotos.

    Si no lo ha pedido, alguien escribió su dirección. Nada ha cambiado, y puede ignorar este correo.

## What verified means
verified-title = Qué significa aquí «verificado»
verified-description = Qué comprueba { $clinic } antes de mostrar una historia, qué no puede comprobar y cómo comprobarlo por su cuenta.
verified-lead = Cualquiera puede escribir «resultados reales» bajo una foto. Esto es lo que se comprobó aquí antes de que usted viera una, quién lo hizo, y lo que nadie puede comprobar por usted.
verified-person = Una persona tratada aquí
verified-person-body = Cada historia pertenece a una ficha de cliente de este estudio con sesiones fechadas. A la persona se le preguntó en páginas propias, demostró con un código o en el estudio quién es, y firmó para exactamente estas imágenes, estas palabras y estos datos. Puede ponerle fin en cualquier momento, y hay quien lo hace: entonces la historia desaparece.
verified-photos = Las fotos
verified-photos-body = El original se sella al subirlo: se anota su huella, y no se puede cambiar sin que la huella sea otra. Cada versión que ve se hace a partir de él con los mismos pocos pasos, que figuran en la página de la historia. El estudio declara para cada historia que la luz y la postura son comparables; si una imagen se tomó antes de que el resultado cicatrizara, se dice a su lado.
verified-words = Las palabras
verified-words-body = Solo puede escribir quien recibió un enlace privado después de un tratamiento. Nada se acorta ni se corrige sin su permiso. Las estrellas y los elogios no deciden a quién se pregunta ni qué se muestra, y lo que alguien recibió a cambio figura junto a sus palabras.
verified-people = Alguien que no la escribió
verified-people-body = Otra persona compara el consentimiento, las fechas, las fotos y el texto antes de que aparezca una historia, y su decisión se guarda con su nombre. En un estudio de hasta tres personas, la aprobación de la página exacta por el propio cliente puede ocupar ese lugar.
verified-not = Lo que no significa
verified-not-body = No significa que el suyo vaya a ser igual. No significa que todos aceptaran: ve a quienes lo hicieron. Un programa no puede demostrar que la luz no engañó a la cámara ni que el estudio dijo la verdad; solo puede asegurar que se sabe quién lo dijo y que nada se cambió después.
verified-yourself = Cómo comprobarlo por su cuenta
verified-yourself-body = Busque imágenes cicatrizadas, la misma luz y el mismo lado. Lleve la historia a la consulta y pregunte quién trató a la persona, cuándo, y qué no sale en la imagen. Busque al profesional en el registro, donde lo haya. Si algo no está bien, cada historia tiene un enlace para avisar.
verified-more = Seguir leyendo

## Figures
figures-title = Cuántos, de cuántos
figures-lead = Una galería muestra a quienes aceptaron. Para que pueda juzgar si son pocos o muchos, aquí están los números de ahora, contados por el programa y no por nosotros.
figures-treated = Tratamientos con al menos una sesión
figures-asked = de ellos, con la pregunta de si se pueden mostrar
figures-agreed = lo permiten ahora
figures-published = se muestran como historia
figures-few = menos de { $count }
collecting-edits = Cómo se editan
collecting-edits-body = A una foto solo se le hacen cinco cosas: se gira, se endereza, se recorta, se cubre donde algo no debe verse, y se lleva al tamaño y los colores de una pantalla. Cada historia enumera cada paso de cada una de sus fotos, con la huella del original sellado, para que nadie pueda poner otra en su lugar sin que se note.
figures-gate = Las estrellas no abren aquí ninguna puerta: se dan, si se dan, solo después de preguntar a alguien, y ninguna historia puede rechazarse por tener pocas. Los números menores de tres no se dicen, para que no señalen a nadie.

## How the photos were made
made-title = Cómo se hicieron las fotos
made-lead = Cada imagen se hace a partir de un original sellado con unos pocos pasos que no cambian nada del resultado.
made-show = Mostrar cada paso, foto por foto ({ $count })
made-original = Original sellado, { $width } × { $height } píxeles. Su huella (SHA-256):
made-covered-face = Se cubrió la cara.
made-covered-eyes = Se cubrieron los ojos.
made-covered-mark = Detalles cubiertos que podrían decir quién es: { $number }.
made-blurred-face = La cara se hizo irreconocible.
made-blurred-eyes = Los ojos se hicieron irreconocibles.
made-blurred-mark = Detalles hechos irreconocibles que podrían decir quién es: { $number }.
made-turned = Girada { $number } grados.
made-straightened = Enderezada { $number } grados.
made-cropped = Recortada al { $number } % de su anchura y al { $other } % de su altura.
made-logo = Se puso el logotipo del estudio en una esquina.
made-web = Llevada a los colores y tamaños de una pantalla; se dejaron fuera el lugar, la cámara y todos los demás datos ocultos.
made-nothing-else = Nada más: ni retoques, ni suavizado, ni cambios de brillo o color para que se vea mejor.

## How long it lasts
lasting-lead = Nuestros clientes, según el tiempo desde su última sesión. Cada imagen lleva a su historia.
lasting-fresh = Reciente
lasting-healed = Cicatrizado
lasting-half-year = Medio año después
lasting-year = Un año después
lasting-two-years = Dos años después
lasting-three-years = Tres años o más

## Questions to ask
questions-title = Qué preguntar, aquí y en cualquier sitio
questions-healed = ¿Puedo ver resultados cicatrizados, de al menos tres meses, con luz normal?
questions-like-me = ¿A cuántas personas que empiezan como yo ha tratado usted?
questions-registered = ¿Dónde está registrado o autorizado, y puedo consultarlo?
questions-insured = ¿Tiene seguro para este tratamiento, y qué pasa si no quedo contento?
questions-unsuitable = ¿A quién no se lo haría?
questions-later = ¿Cómo se verá dentro de cinco años, y cuánto cuesta mantenerlo así?

## People and places
practitioner-registered = Registro profesional
practitioner-register-is = Registro
practitioner-number = Número
practitioner-look-up-hint = El registro lo llevan otros: mire allí en vez de creernos.
practitioner-no-register = Aquí no se da ningún número de un registro público. Para algunos tratamientos no existe. Pregunte entonces por la formación, el seguro y la licencia del local.
locations-title = Dónde estamos
locations-lead = Dónde se trata, cuándo está abierto y cómo se entra.
locations-empty = Todavía no se ha descrito ningún lugar.
location-open = Horario
location-how-to-get-there = Cómo llegar
location-stories = Historias de { $town }
