## Lo que leen los clientes: grande, breve, sencillo.

open-invite-title = Sus fotos de antes y después
open-invite-lead = Nos gustaría preguntarle qué podemos mostrar de ellas. Son cinco preguntas breves. Puede decir que no a cada una.
open-invite-time = Lleva más o menos un minuto.
open-invite-free = Su tratamiento no depende de lo que responda.
open-manage-title = Mis fotos y palabras
open-manage-lead = Vea qué se muestra de usted y deténgalo cuando quiera.
open-do = Abrir
closed-title-signed = Ya ha respondido
closed-signed = Gracias. Este enlace ya ha cumplido su función. Para ver o cambiar lo que permitió, abra el enlace de su recibo.
closed-title-replaced = Hay un enlace más reciente
closed-replaced = Le enviamos o mostramos un enlace más reciente, que sustituye a este. Use el más reciente.
closed-title-withdrawn = Usted lo retiró todo
closed-withdrawn = Este enlace ya no le pregunta nada. Para ver qué se muestra hoy de usted, abra el enlace de su recibo.
closed-title-expired = Este enlace es demasiado antiguo
closed-expired = Un enlace como este vale 14 días. Por él no se mostró nada de usted.
closed-title-forgotten = Le hemos olvidado
closed-forgotten = El { $date } borramos su nombre, sus fotos y sus palabras. Ya no se muestra nada de usted.
closed-forgotten-kept = Por motivos legales se guarda una cosa: la prueba de que se firmó algo. Está bajo llave y se borrará el { $date }.
closed-forgotten-nothing = No se guarda nada de usted.
closed-ask = Pida uno nuevo a { $clinic }.
nothing-title = No hay nada que preguntar
nothing-lead = { $clinic } no tiene ahora imágenes sobre las que preguntarle. No se muestra nada de usted. Puede cerrar esta página.
code-title = Un código, para que solo usted vea sus fotos
code-lead-mail = Podemos enviarle un código de seis cifras a su correo electrónico.
code-lead-phone = Pida a la clínica su código de seis cifras.
code-label = Código
code-hint = Seis cifras
code-send = Enviarme un código
code-wrong = Este código no es correcto. Vuelva a mirarlo.
code-spent = Este código ya no sirve. Pida uno nuevo.
notice-code-sent = Un código va de camino a su correo electrónico.
ask-progress = Pregunta { $number } de { $of }
ask-extra = Una cosa más, si quiere
ask-back = Atrás
ask-kept = Sus respuestas se guardan. Puede cerrar esta página y volver con el mismo enlace.
ask-so-far = Su respuesta hasta ahora
ask-changed = Algo cambió después de abrir esta página, quizá en otra ventana. Así está ahora. Responda de nuevo.
ask-go-on = Continuar
ask-one-by-one = Elegir una por una
ask-pictures-title = ¿Qué imágenes podemos mostrar?
ask-pictures-lead = Estas son sus imágenes. Ninguna se muestra si usted no lo dice.
ask-pictures-all = { $count ->
    [one] Esta
    [2] Las dos imágenes
   *[other] Las { $count } imágenes
  }
ask-pictures-none = Ninguna
ask-pictures-each-title = ¿Cuáles?
ask-pictures-each-lead = Marque cada imagen que se pueda mostrar. Un antes solo se muestra junto a su después, así que marque los dos.
ask-pictures-show = Mostrar esta
ask-pictures-some = Mostrar las que marqué
ask-level-title = ¿Cuánto de usted?
ask-level-lead = Lo tapado desaparece de la propia imagen. Nadie puede destaparlo.
ask-level-area-only = Solo el cuero cabelludo
ask-level-area-only-hint = Su cara queda tapada.
ask-level-covered = Ojos tapados
ask-level-covered-hint = Aun así podrían reconocerle.
ask-level-full-face = Cara completa
ask-level-full-face-hint = Le reconocerán.
ask-level-lacking = { $count ->
    [one] Una de sus imágenes muestra más que esto, así que no se mostraría.
   *[other] { $count } de sus imágenes muestran más que esto, así que no se mostrarían.
  }
ask-level-each-title = ¿Cuánto de usted en cada una?
ask-level-each-missing = Elija para cada imagen.
ask-place-title = ¿Dónde se puede mostrar?
ask-place-lead = Cualquiera que vaya allí podrá verlo.
ask-place-nowhere = En ningún sitio
ask-place-nowhere-hint = Se queda en mi expediente de la clínica.
ask-place-website = En su web
ask-place-website-hint = Pedimos a buscadores como Google que no lo incluyan.
ask-place-website-and-search = En su web y en los buscadores
ask-place-website-and-search-hint = También se podrá encontrar con Google y otros. Donde alguien comparta un enlace, puede aparecer una de las imágenes.
ask-name-title = ¿Qué nombre puede figurar al lado?
ask-name-lead = Se vería exactamente así.
ask-name-none = Sin nombre
ask-words-title = ¿Quiere añadir sus propias palabras?
ask-words-lead = Buenas o malas, como quiera. Nunca las cambiamos.
ask-words-label = Sus palabras
ask-words-empty = Escriba algo o elija estrellas, o siga sin ello.
ask-words-yes = Añadir estas palabras
ask-words-no = Seguir sin palabras
ask-words-add = Añadir mis propias palabras
ask-words-none = Aquí todavía no hay palabras suyas. No tiene que añadir ninguna.
ask-words-change = Cambiar o quitar mis palabras
ask-rating = Estrellas
ask-stars = { $count ->
    [one] 1 estrella de 5
   *[other] { $count } estrellas de 5
  }
ask-incentive = ¿Recibió algo a cambio?
ask-incentive-tied = Dependía de lo que yo dijera.
incentive-none = No, nada
incentive-discount = Un precio menor
incentive-gift = Un regalo
incentive-free-treatment = Un tratamiento gratis
ask-insider = ¿Tiene relación con la clínica?
insider-none = No
insider-staff = Trabajo allí
insider-family = Soy familiar o amigo de alguien de allí
ask-story-title = Esto es lo que se vería
ask-story-lead = Mírelo con calma. Solo se muestra esto, nada más.
ask-story-title-nothing = No se mostrará nada
ask-story-lead-nothing = Ha dicho que no, y está bien. Si firma, lo tenemos por escrito. Si cierra esta página, tampoco se muestra nada.
ask-story-no-pairs = Con estas respuestas no queda ningún antes y después que mostrar. Vuelva atrás para elegir más imágenes u otra versión.
ask-preview = La página tal como se vería
ask-facts = ¿Podemos mostrar también estos datos?
ask-facts-lead = Marque los que le parezcan bien. Los demás se omiten.
ask-sum-place = Dónde
ask-sum-until = Hasta
ask-sum-until-value = { $date }. Después deja de mostrarse por sí solo.
ask-sum-stop = Si cambia de opinión
ask-sum-stop-value = En cualquier momento, con el enlace de su recibo. Sin preguntas.
ask-small-print = Todo lo que acepta
ask-signer = Su nombre
ask-signer-hint = Escribirlo es su firma. No se muestra.
ask-agree = Acepto
ask-agree-says = Al pulsar «Acepto» firma esta página tal como la ve.
ask-agree-required = Pulse «Acepto» para firmar, o cierre esta página si no acepta.
block-purpose = Para qué es
block-recipients = Quién puede verlo
block-retention = Durante cuánto tiempo
block-revocation = Si cambia de opinión
block-redisclosure = Lo que otros pueden conservar
block-conditioning = Su tratamiento no depende de ello
receipt-title = Su recibo
receipt-thanks = Gracias.
stands-for-guardian = Responde por { $client }, con su tutela.
stands-for-attorney = Responde por { $client }, con su poder notarial.
stands-for-executor = Responde por { $client }, para ejecutar su testamento.
receipt-for-guardian = Firmado por cuenta de { $client }, con su tutela.
receipt-for-attorney = Firmado por cuenta de { $client }, con su poder notarial.
receipt-for-executor = Firmado por cuenta de { $client }, para ejecutar su testamento.
receipt-signed = Firmado por { $name } el { $date }, para { $clinic }.
receipt-allowed = Lo que permitió
receipt-nothing = No permitió nada. No se muestra nada en ningún sitio.
receipt-words = Sus palabras
receipt-facts = Los datos que marcó
receipt-name = Se muestra como: { $name }
receipt-no-name = Sin nombre
receipt-where = Dónde
receipt-what = Qué
receipt-until = Hasta
receipt-stop = Cómo detenerlo
receipt-stop-lead = Abra este enlace o escanee el código. Guárdelo: funciona sin contraseña y en cualquier momento.
receipt-copies = Lo que otras personas guardaron o copiaron antes de que usted lo detuviera no se puede recuperar.
receipt-have-tablet = Haga una foto del código con su teléfono o pida un recibo impreso.
receipt-have-link = Guarde el enlace o haga una foto del código.
receipt-have = Tengo mi recibo
receipt-pending = Un último paso: sin un recibo en sus manos no se muestra nada.
receipt-qr = El código que abre su página
paper-lead = Marque lo que se puede mostrar. Tache lo que no quiera. Lo que deje vacío cuenta como no.
paper-code = Hoja { $code }
paper-one = Marque una sola.
paper-no-name = Deje las dos vacías si no quiere ningún nombre.
paper-search-hint = También se podrá encontrar en Google y otros. Solo junto con nuestra web.
paper-strike = Puede tachar aquello con lo que no esté de acuerdo. Entonces no se muestra nada.
paper-sign = Su firma
paper-sign-says = He leído todo esto. Lo que he marcado se puede mostrar, y nada más.
paper-date = Fecha
paper-signature = Firma
receipt-on-paper = Usted firmó a mano el { $date }. Dos personas de la clínica compararon su hoja con lo que pone aquí.
manage-title = Mis fotos y palabras
manage-shown = { $count ->
    [one] Ahora se muestra una imagen suya.
   *[other] Ahora se muestran { $count } imágenes suyas.
  }
manage-not-shown = Ha permitido algo. Todavía no se muestra nada de ello.
manage-nothing = No se muestra nada de usted y no hay nada permitido.
manage-until = Lo permitió hasta el { $date }. Después deja de mostrarse por sí solo.
manage-public = Ver la página como la ve todo el mundo
manage-state-shown = Se muestra ahora
manage-state-allowed = Permitido, ahora no se muestra
manage-allowed-more = Permitió más: { $level }.
manage-jump = Pausar o detener un lugar, o todo
manage-places = Por lugar
manage-places-lead = Pause o detenga todo en un lugar. Lo demás queda como está.
manage-narrow-to-area-only = Mostrar solo mi cuero cabelludo
manage-narrow-to-covered = Tapar mis ojos
manage-stop-one = Dejar de mostrar esto
manage-stop-place = Detener aquí
manage-stop-all-title = Todo
manage-stop-all-lead = Todas las imágenes, las palabras y su nombre dejan de mostrarse al momento.
manage-stop-all = Detener todo
manage-see-photos = Ver las imágenes con un código
manage-see-photos-lead = Quien tenga su enlace puede detener cosas. Para ver aquí las imágenes hace falta un código.
manage-receipt = Mi recibo
manage-more = Para mostrar más que ahora, hable con la clínica: hace falta de nuevo su firma.
manage-leave = Cerrar
manage-what-photo = Imagen
manage-what-words = Sus palabras
manage-what-rating = Sus estrellas
manage-what-name = Su nombre
manage-what-facts = Datos sobre usted
months-after = { $count ->
    [one] 1 mes
   *[other] { $count } meses
  }
took-title = Lo que hicimos el { $date }
took-title-at-once = Ya no se muestra
took-at-once = Nuestras páginas dejaron de mostrarlo en cuanto pulsó el botón.
took-files-title = Archivos hechos para mostrarlo
took-files-done = Borrados. Sus propias fotos siguen a salvo en su expediente privado.
took-files-open = { $count ->
    [one] Uno se está borrando todavía. Ya no se puede abrir.
   *[other] { $count } se están borrando todavía. Ya no se pueden abrir.
  }
took-ledger-title = Anotado
took-ledger-done = Guardado en un segundo lugar, para que ninguna copia antigua de nuestro sistema lo devuelva.
took-ledger-open = Se está anotando en un segundo lugar, para que ninguna copia antigua de nuestro sistema lo devuelva.
took-search-title = Buscadores
took-search = Lo quitan la próxima vez que miran. Puede tardar unos días y no está en nuestras manos.
took-copies-title = Copias de otros
took-state-done = Hecho
took-state-open = En curso
took-state-outside = No depende de nosotros
notice-receipt-had = Gracias. Ya tiene su recibo.
notice-narrowed = Hecho. Ahora se muestra menos de usted.
withdraw-title = ¿Dejar de mostrarlo?
withdraw-title-level = ¿Mostrar menos de usted?
withdraw-lead-all = Todo lo suyo deja de mostrarse al momento: imágenes, palabras y nombre.
withdraw-lead-channel = Todo lo suyo deja de mostrarse al momento en este lugar.
withdraw-lead-photo = Esta imagen deja de mostrarse al momento en todas partes. Si su antes o su después se queda solo, tampoco se muestra.
withdraw-lead-words = Sus palabras dejan de mostrarse al momento en todas partes.
withdraw-lead-rating = Sus estrellas dejan de mostrarse al momento en todas partes.
withdraw-lead-name = Su nombre deja de mostrarse al momento en todas partes. Lo demás se queda.
withdraw-lead-facts = Estos datos dejan de mostrarse al momento en todas partes. Lo demás se queda.
withdraw-lead-level = Desde ahora esta imagen se muestra así como máximo. Si esta versión no está lista, la imagen deja de mostrarse.
withdraw-no-reason = No tiene que decir por qué, y no cambia nada en su tratamiento.
withdraw-do = Sí, dejar de mostrarlo
withdraw-do-level = Sí, mostrar menos
withdraw-keep = No, dejarlo así

mail-code-subject = Su código
mail-code-body =
    Su código es { $code }.

    Vale durante 15 minutos. Si no lo pidió usted, puede ignorar este correo.

mail-invite-subject = Un enlace privado para usted
mail-invite-body =
    Hola:

    { $clinic } quiere preguntarle algo. Su enlace privado:

    { $url }

    Vale durante 14 días. Si no hace nada, no pasa nada.

mail-receipt-subject = Su recibo
mail-receipt-body =
    Hola:

    Gracias. Este es su recibo de { $clinic }. Lo que permitió termina por sí solo el { $until }.

    Aquí puede verlo o detenerlo en cualquier momento:

    { $url }

    Guarde este correo. Lo que otras personas guardaron o copiaron antes de que usted lo detuviera no se puede recuperar.

## Otros lugares, pausas y lo que hacemos fuera

ask-place-elsewhere = En su sitio web no
ask-place-elsewhere-hint = Solo en los lugares que he marcado.
ask-place-both = Ha marcado un lugar y también ha elegido «En ninguna parte». Quite la marca o elija otra respuesta.
ask-place-no-tick = No ha marcado ningún lugar. Marque uno o elija otra respuesta.
ask-place-not-used = Ya no usamos uno de estos lugares. Responda otra vez, por favor.
ask-place-website-title = ¿Y en nuestro sitio web?
ask-also = ¿Fuera de nuestro sitio web?
ask-also-lead = Marque cada lugar que le parezca bien. Puede dejarlos todos vacíos.
ask-also-partner-embed = Sitios web de colaboradores
ask-also-partner-embed-hint = Muestran nuestra página. Si lo detiene, también desaparece allí.
ask-also-instagram = Instagram
ask-also-instagram-hint = Nuestras publicaciones. Lo que otros compartan allí no se puede recuperar.
ask-also-facebook = Facebook
ask-also-facebook-hint = Nuestras publicaciones. Lo que otros compartan allí no se puede recuperar.
ask-also-youtube = YouTube
ask-also-youtube-hint = Nuestros vídeos. Lo que otros compartan allí no se puede recuperar.
ask-also-tiktok = TikTok
ask-also-tiktok-hint = Nuestras publicaciones. Lo que otros compartan allí no se puede recuperar.
ask-also-print = Papel impreso
ask-also-print-hint = Folletos y paredes. Lo que ya se repartió queda fuera.
ask-also-press = Periódicos y revistas
ask-also-press-hint = Lo impreso queda impreso.
ask-also-ads = Anuncios
ask-also-ads-hint = La gente los ve sin buscarnos.
ask-also-education = Formación
ask-also-education-hint = Dentro de la clínica, para formar a quienes trabajan aquí.
manage-all-paused = Lo que permitió está en pausa. No se muestra nada de usted.
manage-state-paused = En pausa
manage-since = desde el { $date }
manage-pause-one = Pausar
manage-pause-place = Pausar
manage-pause-all = Pausar todo
manage-resume-one = Mostrar de nuevo
manage-resume-place = Mostrar de nuevo
manage-resume-code = Para mostrar de nuevo lo que está en pausa, pida antes un código: así solo usted puede hacerlo.
manage-elsewhere = Fuera de nuestro sitio web
manage-elsewhere-lead = Copias que pusimos en otros lugares con su permiso. Si lo detiene, las retiramos allí a mano.
manage-elsewhere-allowed = Allí con su permiso
manage-elsewhere-due = Lo estamos retirando
manage-elsewhere-removed = Retirado
manage-gone-on = desde el { $date }
manage-requests = Otra cosa
manage-request-new = Pedirnos algo
manage-request-what = ¿Qué desea?
manage-request-copy = Una copia de todo lo que guardan sobre mí
manage-request-copy-hint = Sus fotos, sus palabras y lo que firmó, en archivos.
manage-request-correct = Una corrección
manage-request-correct-hint = Díganos qué no es correcto.
manage-request-erase = Olvídenme
manage-request-erase-hint = Todo se retira de inmediato. Después borramos lo que la ley no nos obliga a guardar.
manage-request-note = ¿Quiere decir algo más? No hace falta.
manage-request-do = Enviar
manage-asked-on = Pedido el { $date }
notice-requested = Gracias. Lo hemos recibido y responderemos aquí.
notice-paused = Hecho. Está en pausa y nadie lo ve.
notice-resumed = Hecho. Se muestra de nuevo.
pause-title = ¿Ponerlo en pausa?
pause-lead-all = Todo lo suyo se retira de inmediato: imágenes, palabras y nombre.
pause-lead-channel = Todo lo suyo se retira de inmediato aquí: { $place }.
pause-lead-outside = Por ahora no va allí nada nuevo de usted ({ $place }). Lo que ya está allí lo retiramos a mano; puede seguirlo en su página.
pause-lead-photo = Esta imagen se retira de inmediato en todas partes. Si su antes o su después se queda solo, tampoco se muestra.
pause-lead-words = Sus palabras se retiran de inmediato en todas partes.
pause-lead-rating = Sus estrellas se retiran de inmediato en todas partes.
pause-lead-name = Su nombre se retira de inmediato en todas partes. Lo demás queda.
pause-lead-facts = Estos datos se retiran de inmediato en todas partes. Lo demás queda.
pause-back-again = No se borra nada. Puede mostrarlo de nuevo en esta página hasta que termine su permiso; para eso necesita un código, para que solo usted pueda hacerlo.
pause-do = Sí, poner en pausa
manage-record = Mi recibo como archivo firmado
manage-record-hint = para programas y abogados. Se prueba a sí mismo: un carácter cambiado se nota.
took-search-asked = El { $date } les pedimos que lo quiten. Cuándo lo hacen no está en nuestras manos.
took-elsewhere-open = Puesto allí el { $date }. Lo estamos retirando.
took-elsewhere-done = Retirado de allí desde el { $date }.
withdraw-lead-outside = Desde ahora no va allí nada nuevo de usted ({ $place }). Lo que ya está allí lo retiramos a mano; puede seguirlo en su página.

## Cuando se acerca el final

mail-reminder-subject = Un recordatorio para usted
mail-reminder-body =
    Hola:

    Lo que permitió a { $clinic } termina el { $until }. Una pregunta: ¿quiere que siga o que termine?

    Puede responder aquí:

    { $url }

    Si no hace nada, ese día deja de mostrarse por sí solo. Para nosotros, el silencio nunca es un sí.
manage-ends-title = Esto termina pronto. ¿Quiere que siga?
manage-ends-lead = Si es así, lo mira una vez más y firma de nuevo. Si no hace nada, deja de mostrarse por sí solo.
manage-ends-go-on = Sí, verlo y seguir
manage-ends-let = No, dejar que termine
manage-ends-let-says = Dijo que puede terminar. Deja de mostrarse por sí solo el { $date } y no se lo recordaremos más. Hasta entonces puede cambiar de opinión.
notice-lets-end = Anotado. Deja de mostrarse por sí solo en su día.
ask-renew-title = ¿Quiere que esto siga?
ask-renew-lead = Esto es lo que dijo la última vez. Termina el { $date }. Solo sigue si firma abajo.
ask-renew-pictures = Cambiar las imágenes
ask-renew-level = Cambiar cuánto se ve de usted
ask-renew-place = Cambiar los lugares
ask-renew-name = Cambiar el nombre
ask-renew-fact = La última vez lo permitió.
manage-disputed-title = En espera: { $treatment }
manage-disputed-lead = Alguien planteó una pregunta sobre lo que se firmó. Hasta que se aclare, no se muestra nada. Usted no tiene que hacer nada; si quiere saber más, llame a { $clinic }. También puede detenerlo para siempre.
manage-since-day = En espera desde el { $date }.
