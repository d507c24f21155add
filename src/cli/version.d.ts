/** The package's version, put in when the command is built. */
declare const VERSION: string;
