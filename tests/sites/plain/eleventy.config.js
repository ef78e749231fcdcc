throw new Error("configuration was run");
