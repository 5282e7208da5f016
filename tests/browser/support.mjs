// What a browser test needs: the server, a watched page, drawn photos, checks and screenshots.
export * from './support/candor.mjs';
export * from './support/checks.mjs';
export * from './support/clinic.mjs';
export * from './support/demo.mjs';
export * from './support/film.mjs';
export * from './support/pages.mjs';
export * from './support/photos.mjs';
export * from './support/studio.mjs';
