@rem "npm run headless" says "exec node", so that on Linux and macOS signals reach node and not a shell between; Windows runs this.
@%*
