## Marcos en otros sitios, canales y la API.

embed-title-story = Una historia de { $clinic }
embed-title-gallery = Historias de antes y después de { $clinic }
embed-title-testimonials = Lo que dicen los clientes de { $clinic }
embed-promise = { $clinic } muestra esto con consentimiento, que puede retirarse en cualquier momento.
embed-whole-story = La historia completa
embed-new-window = (se abre en una ventana nueva)
embed-nothing = De momento no hay nada que mostrar aquí.
embed-gone = Lo que había aquí ya no se muestra. Quienes comparten su historia pueden retirarla en cualquier momento.
embed-refused = La dirección de este marco pide algo que no conocemos. La página de la clínica para otros sitios da direcciones que funcionan.
oembed-format = Esta página no se describe en el formato pedido.
oembed-size = La anchura y la altura máximas son números enteros de píxeles.
feed-title = Historias nuevas de { $clinic }
feed-channel = Se muestra con consentimiento para encontrarse en buscadores
share-rights = © { $clinic }. Se muestra con el consentimiento de las personas de las imágenes, mientras estén de acuerdo. No se permite copiarlo en otros lugares ni usarlo para entrenar máquinas.
