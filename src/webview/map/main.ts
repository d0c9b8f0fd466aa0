import { MapPage } from './page';

customElements.define('caveat-map', MapPage);
document.getElementById('root')?.append(document.createElement('caveat-map'));
