-- What wrk asks for: the lines of a file as holds, each once, or a constant. Both are made before the measuring begins,
-- so that they cost wrk the same.
--
--     wrk … -s load.lua URL -- constant
--     wrk … -s load.lua URL -- holds FILE FIRST COUNT

local threads = 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
    thread:set("threads", threads)
end

function init(args)
    requests, at = {}, 0
    if args[1] == "constant" then
        constant = wrk.format("GET", args[2] or "/health")
        return
    end
    local headers = {["Content-Type"] = "application/json"}
    local first, count, line = tonumber(args[3]), tonumber(args[4]), 0
    for body in io.lines(args[2]) do
        if line >= first + count then break end
        if line >= first and line % 2 == number then
            requests[#requests + 1] = wrk.format("POST", "/v1/holds", headers, body)
        end
        line = line + 1
    end
end

function request()
    if constant then return constant end
    at = at + 1
    -- Past the last one is a 404, and that ends the benchmark: no seat may be asked for twice.
    return requests[at] or wrk.format("GET", "/the-file-has-too-few-lines")
end
