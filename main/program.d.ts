/** Version of the program, put in by the build. */
declare const __PROGRAM_VERSION__: string
