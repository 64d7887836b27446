import type { Component } from '../syntax/component.ts';
import { accordion } from './accordion.ts';
import { button } from './button.ts';
import { callout } from './callout.ts';
import { figure } from './figure.ts';
import { file } from './file.ts';
import { kbd } from './kbd.ts';
import { steps } from './steps.ts';
import { tab, tabs } from './tabs.ts';
import { video } from './video.ts';

/** Every component that an article can use without importing it, in addition to the built-in `Snippet`. */
export const vocabulary: Readonly<Record<string, Component>> = {
  Accordion: accordion,
  Button: button,
  Callout: callout,
  Figure: figure,
  File: file,
  Kbd: kbd,
  Steps: steps,
  Tab: tab,
  Tabs: tabs,
  Video: video,
};
