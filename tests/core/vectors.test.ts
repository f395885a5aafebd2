import * as core from "../../src/core/index.ts";
import { testCoreVectors } from "./core-vectors.ts";

testCoreVectors("source", core);
