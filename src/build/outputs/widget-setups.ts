import { widgetSetup } from '#ui/widget-setup.ts';
import type { Output } from './output.ts';

/** `<language>/widget.json`: what the help inside a product loads when a customer opens it. */
export const widgetSetups: Output = function* ({ site, view, popular }) {
  for (const locale of site.locales)
    yield { path: `${locale}/widget.json`, text: JSON.stringify(widgetSetup(view(locale), popular)) };
};
