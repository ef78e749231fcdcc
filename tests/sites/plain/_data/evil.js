module.exports = () => { throw new Error("data was run"); };
