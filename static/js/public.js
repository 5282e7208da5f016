// The one module of the public pages.
import './ba-compare.js';
import './short-list.js';
