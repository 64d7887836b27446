// What every page does. One script, because each needs a hash in the page's policy.
import './copy-markdown.ts';
import './header-height.ts';
import './theme-switch.ts';
