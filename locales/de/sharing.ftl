## Rahmen auf anderen Seiten, Feeds und die API.

embed-title-story = Eine Geschichte von { $clinic }
embed-title-gallery = Vorher-Nachher-Geschichten von { $clinic }
embed-title-testimonials = Was Kundinnen und Kunden von { $clinic } sagen
embed-promise = { $clinic } zeigt dies mit Einwilligung. Sie kann jederzeit widerrufen werden.
embed-whole-story = Die ganze Geschichte
embed-new-window = (öffnet ein neues Fenster)
embed-nothing = Zurzeit gibt es hier nichts zu sehen.
embed-gone = Was hier stand, wird nicht mehr gezeigt. Wer seine Geschichte mit uns teilt, kann sie jederzeit zurückziehen.
embed-refused = Die Adresse dieses Rahmens verlangt etwas, das wir nicht kennen. Die Seite der Praxis für andere Websites macht Adressen, die gehen.
oembed-format = In diesem Format wird die Seite nicht beschrieben.
oembed-size = Größte Breite und Höhe sind ganze Zahlen in Pixeln.
feed-title = Neue Geschichten von { $clinic }
feed-channel = Mit Einwilligung auch in Suchmaschinen zu finden
share-rights = © { $clinic }. Gezeigt mit Einwilligung der abgebildeten Menschen, solange sie zustimmen. Nicht anderswohin zu kopieren und nicht zum Trainieren von Maschinen zu verwenden.
