/**
 * The environment for a browser. One without any locale takes file names for ASCII, and a sheet with a Chinese name can
 * then not be chosen; that is how programs started by a service or a bare shell find it.
 */
export function browserEnvironment(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): NodeJS.ProcessEnv {
  const hasLocale = Boolean(environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'])
  return hasLocale || platform !== 'linux' ? environment : { ...environment, LANG: 'C.UTF-8' }
}
