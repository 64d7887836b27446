import './page.ts';
import './language-offer.ts';
