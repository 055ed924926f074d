"""Real things for generated calls: made-up ids would never get past the first question."""

from client import Client, hold_body, payment_body

AUTHENTICATED = "pm_card_authenticationRequired"


class Stock:
    """Holds, orders and tickets that a call can be about; every second generated call is given one."""

    def __init__(self, port: int, showings, manager_key: str):
        self.port, self.showings, self.manager_key = port, showings, manager_key
        self.seats = iter(())
        self.order = self.new_order()

    def make_real(self, case, number: int) -> None:
        """Puts real ids, and sometimes real bodies, in the place of made-up ones."""
        if number % 2:
            return
        call, variant = case.operation.path, number // 2
        if "{id}" in call:
            case.path_parameters = {**(case.path_parameters or {}), "id": self.id(case.method.lower(), call, variant)}
        if call.endswith("/refund"):
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {self.manager_key}"}
        if call == "/v1/holds" and isinstance(case.body, dict):
            case.body = self.new_hold_body()
        if call.endswith("/payment") and isinstance(case.body, dict) and variant % 2 == 0:
            case.body = payment_body(AUTHENTICATED if variant % 4 == 2 else "pm_card_visa")

    def id(self, method: str, call: str, variant: int) -> str:
        if call.startswith("/v1/showtimes/"):
            return self.showing.id
        if call.startswith("/v1/orders/"):
            # A refund ends an order, and the others need one that lives.
            return (self.order if variant % 2 and not call.endswith("/refund") else self.new_order())["id"]
        if call.startswith("/v1/tickets/"):
            return self.order["tickets"][0]["id"]
        if call.startswith("/simulator/"):
            return self.new_challenge()
        if call.endswith("/payment") and method == "get":
            return self.paid_hold
        return self.paid_hold if variant % 4 == 3 else self.new_hold()

    def new_hold_body(self) -> dict:
        return hold_body(*self.new_place())

    def new_hold(self) -> str:
        with Client(self.port) as client:
            answer = client.hold(*self.new_place())
            assert answer.status == 201, answer
            return answer.json["id"]

    def new_challenge(self) -> str:
        """The question of the simulated bank, for a payment with 3-D Secure."""
        with Client(self.port) as client:
            answer = client.pay(self.new_hold(), AUTHENTICATED)
            assert answer.status == 202, answer
            return answer.json["nextAction"]["url"].rsplit("/", 1)[-1]

    def new_order(self) -> dict:
        with Client(self.port) as client:
            self.paid_hold = client.hold(*self.new_place()).json["id"]
            return client.pay(self.paid_hold).json["order"]

    def new_place(self) -> tuple:
        """A showing and a seat of it that nobody has; another showing when those of this one are gone."""
        seat = next(self.seats, None)
        if seat is None:
            self.showing = next(self.showings)
            self.seats = iter(self.showing.seats)
            seat = next(self.seats)
        return self.showing, seat
