import type { DeskTarget } from './desk-target.ts';
import { freshdeskTarget } from './freshdesk-target.ts';
import { intercomTarget } from './intercom-target.ts';
import { zendeskTarget } from './zendesk-target.ts';

/** Help desks that articles can be brought to, in the order of the help. */
export const deskTargets: readonly DeskTarget[] = [zendeskTarget, freshdeskTarget, intercomTarget];
