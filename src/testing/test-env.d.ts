interface ImportMetaEnv {
  /** Absolute path of the folder with photographs and reference numbers; empty where a machine has none. */
  readonly TAGLENS_SHARED: string
}
