import type { IconName } from '#kb/values/icon-names.ts';

/** The icons of the interface, which a section may have too, as the inside of a 24 × 24 SVG drawn with lines. */
export const icons: Readonly<Record<string, string>> = {
  card: '<rect x="2.5" y="5" width="19" height="14" rx="2.5"/><path d="M2.5 10h19M6.5 15h4"/>',
  phone: '<rect x="6.5" y="2.5" width="11" height="19" rx="2.5"/><path d="M10.5 18.500h3"/>',
  receipt: '<path d="M5 3v18l2.3-1.500L9.7 21l2.3-1.5 2.3 1.5 2.4-1.500L19 21V3z"/><path d="M9 8h6M9 12h6"/>',
  cash: '<rect x="2.5" y="6" width="19" height="12" rx="2"/><circle cx="12" cy="12" r="2.8"/><path d="M6 9.500v5M18 9.500v5"/>',
  plus: '<circle cx="12" cy="12" r="9.2"/><path d="M12 7.800v8.400M7.8 12h8.4"/>',
  transfer: '<path d="M4 8.500h15M15 4.500l4 4-4 4M20 15.500H5M9 11.500l-4 4 4 4"/>',
  exchange:
    '<path d="M4.5 12a7.5 7.5 0 0 1 13-5.100L20 9.500M20 4.500v5h-5M19.5 12a7.5 7.5 0 0 1-13 5.100L4 14.500M4 19.500v-5h5"/>',
  identity:
    '<rect x="2.5" y="4.5" width="19" height="15" rx="2.5"/><circle cx="8.5" cy="11" r="2.2"/><path d="M5 16.500c.6-1.9 1.9-2.8 3.5-2.800s2.9.9 3.5 2.800M15 10h3.500M15 14h3.5"/>',
  lock: '<rect x="4.5" y="10.5" width="15" height="10.5" rx="2.5"/><path d="M8 10.500V7.500a4 4 0 0 1 8 0v3M12 15v2"/>',
  user: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.500c.8-3.7 3.7-5.7 7.5-5.700s6.7 2 7.5 5.7"/>',
  book: '<path d="M4.5 4.500h6a2 2 0 0 1 1.5.7 2 2 0 0 1 1.5-.7h6v14h-6.500l-1 1-1-1H4.500zM12 5.500v13"/>',
  star: '<path d="M12 3.500l2.6 5.4 5.9.8-4.3 4.1 1 5.900L12 16.900l-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z"/>',
  truck:
    '<path d="M2.5 6h11v10h-11zM13.5 9.500h4l3.5 3.500v3h-7.500z"/><circle cx="7" cy="17.5" r="1.8"/><circle cx="17" cy="17.5" r="1.8"/>',
  gear: '<circle cx="12" cy="12" r="3"/><path d="M12 2.500v3M12 18.500v3M2.5 12h3M18.5 12h3M5.3 5.300l2.1 2.100M16.6 16.600l2.1 2.100M18.7 5.300l-2.1 2.100M7.4 16.600l-2.1 2.1"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.500L21 21"/>',
  globe:
    '<circle cx="12" cy="12" r="9.2"/><path d="M2.8 12h18.400M12 2.800c2.6 2.6 3.8 5.7 3.8 9.200s-1.2 6.6-3.8 9.200c-2.6-2.6-3.8-5.7-3.8-9.200s1.2-6.6 3.8-9.200z"/>',
  menu: '<path d="M3.5 6.500h17M3.5 12h17M3.5 17.500h17"/>',
  close: '<path d="M5.5 5.500l13 13M18.5 5.500l-13 13"/>',
  contrast: '<circle cx="12" cy="12" r="9.2"/><path d="M12 2.800v18.400a9.2 9.2 0 0 0 0-18.400z" fill="currentColor"/>',
  chat: '<path d="M4 5h16v11.500h-8.500L7 20.500v-4H4z"/><path d="M8 9.500h8M8 12.500h5"/>',
  mail: '<rect x="2.5" y="5" width="19" height="14" rx="2.5"/><path d="M3 7l9 6.500L21 7"/>',
  call: '<path d="M6.5 3h3l1.7 4.5-2.2 1.500a11 11 0 0 0 6 6l1.5-2.200L21 14.500v3A3.5 3.5 0 0 1 17.5 21 14.5 14.5 0 0 1 3 6.5 3.5 3.5 0 0 1 6.5 3z"/>',
} satisfies Record<IconName, string>;
