/** Comments of every dialect, which its own site never shows. */
export const COMMENTS: readonly RegExp[] = [
  // Liquid, Jinja, Twig
  /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g,
  /\{%-?\s*#[\s\S]*?-?%\}/g,
  /\{#[-\s][^{}]*?#\}/g,
  // Hugo
  /\{\{([<%])\s*comment\s*[>%]\}\}[\s\S]*?\{\{[<%]\s*\/\s*comment\s*[>%]\}\}/g,
  /\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g,
  // Handlebars, MDX
  /\{\{!--[\s\S]*?--\}\}/g,
  /\{\{![^{}]*\}\}/g,
  /\{\s*\/\*[\s\S]*?\*\/\s*\}/g,
  // kramdown
  /\{::comment\}[\s\S]*?\{:\/(?:comment)?\}/g,
  /\{::comment\s[^{}]*\/\}/g,
  // Obsidian; a block that isn't closed hides the rest of the page
  /(?<=^|[\s([{>*_])%%(?=[^%])[\s\S]*?[^%]%%(?!%)/gm,
  /^[ \t]*%%[ \t]*\n[\s\S]*?(?:^[^\n]*%%[ \t]*$|(?![\s\S]))/gm,
  // CriticMarkup
  /\{>>[\s\S]*?<<\}/g,
  /\{--[\s\S]*?--\}/g,
  // Word's comments and tracked changes, as pandoc writes them
  /\[(?:[^[\]]|\[[^[\]]*\])*\]\{\.(?:comment-start|deletion|paragraph-deletion)\b[^}]*\}/g,
  // A link definition that is used as a comment, also if Markdown wouldn't read it as one
  /^[ \t]*\[\/\/\]:.*$/gm,
  /^[ \t]*\[_?comments?\]:[ \t]*(?:#|<>).*$/gim,
];

/** Marks of tracked changes; the first group is the text that stays. */
export const TRACKED: readonly RegExp[] = [
  /\[((?:[^[\]]|\[[^[\]]*\])*)\]\{\.(?:comment-end|insertion|paragraph-insertion)\b[^}]*\}/g,
  /\{\+\+([\s\S]*?)\+\+\}/g,
  /\{~~[\s\S]*?~>([\s\S]*?)~~\}/g,
  /\{==([\s\S]*?)==\}/g,
];
