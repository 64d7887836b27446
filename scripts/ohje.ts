#!/usr/bin/env node
// The command `ohje` of the installed package. This file imports nothing: an old Node must get as far as the message.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `Ohje needs Node 22.12 or later, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org, or add one to this project: npm install --save-dev node@24\n`,
  );
  process.exitCode = 2;
} else {
  const { start } = await import('./ohje/start.ts');
  await start();
}

export {};
