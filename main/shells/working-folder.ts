/** Where the user stands: npm runs scripts in the project's folder and says where it was called from. */
export function workingFolder(environment: NodeJS.ProcessEnv = process.env, current: string = process.cwd()): string {
  return environment['npm_lifecycle_event'] && environment['INIT_CWD'] ? environment['INIT_CWD'] : current
}
