// One script, because each needs a hash in the page's policy.
import './header-height.ts';
import './language-offer.ts';
