## Cadres sur d’autres sites, flux et API.

embed-title-story = Une histoire de { $clinic }
embed-title-gallery = Histoires avant-après de { $clinic }
embed-title-testimonials = Ce que disent les clients de { $clinic }
embed-promise = { $clinic } montre ceci avec un consentement qui peut être retiré à tout moment.
embed-whole-story = L’histoire entière
embed-new-window = (s’ouvre dans une nouvelle fenêtre)
embed-nothing = Il n’y a rien à montrer ici pour le moment.
embed-gone = Ce qui se trouvait ici n’est plus montré. Les personnes dont nous partageons l’histoire peuvent la retirer à tout moment.
embed-refused = L’adresse de ce cadre demande quelque chose que nous ne connaissons pas. La page de la clinique pour les autres sites donne des adresses qui fonctionnent.
oembed-format = Cette page n’est pas décrite dans le format demandé.
oembed-size = La largeur et la hauteur maximales sont des nombres entiers de pixels.
feed-title = Nouvelles histoires de { $clinic }
feed-channel = Montré avec l’accord d’être trouvé par les moteurs de recherche
share-rights = © { $clinic }. Montré avec le consentement des personnes représentées, aussi longtemps qu’elles sont d’accord. À ne pas copier ailleurs, et à ne pas utiliser pour entraîner des machines.
