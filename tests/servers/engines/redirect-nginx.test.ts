import { REDIRECTOR_KINDS } from "./redirector-kinds.ts";
import { testRedirector } from "./redirector-suite.ts";

testRedirector(REDIRECTOR_KINDS.nginx);
